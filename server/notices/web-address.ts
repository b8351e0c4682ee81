/** An address as it may stand in what leaves the house. Throws on any that is not whole, http or https. */
export function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`no notice links to ${protocol}`);
  return href;
}
