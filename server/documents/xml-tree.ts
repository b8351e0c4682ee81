import { SaxesParser } from 'saxes';

/** An element with names and attribute names without their prefix: office files always use the same few. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
};

/** The tree of one part of an office file, undefined when it is not well formed. Expects a checked part. */
export function parseXml(bytes: Uint8Array): XmlElement | undefined {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let isBroken = false;
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    isBroken = true;
  });
  const localNames = new Map<string, string>();
  const localName = (name: string): string => {
    const known = localNames.get(name);
    if (known !== undefined) return known;
    const local = name.slice(name.indexOf(':') + 1);
    localNames.set(name, local);
    return local;
  };
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: localName(tag.name), attributes: {}, children: [] };
    for (const name in tag.attributes) {
      const value = tag.attributes[name];
      if (typeof value === 'string') element.attributes[localName(name)] ??= value;
    }
    (open.at(-1) as XmlElement).children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string) => (open.at(-1) as XmlElement).children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(new TextDecoder().decode(bytes));
  parser.close();
  return isBroken ? undefined : root.children.find((child) => typeof child !== 'string');
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const each of element.children) if (typeof each !== 'string' && each.name === name) return each;
  return undefined;
}

export function elements(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (each): each is XmlElement => typeof each !== 'string' && (name === undefined || each.name === name),
  );
}

/** The `val` attribute of a child, as almost every office property is written. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.val;
}

/** An on-off property: absent → undefined, present without value → true. */
export function flagOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (!found) return undefined;
  return !['0', 'false', 'off'].includes(found.attributes.val ?? '1');
}
