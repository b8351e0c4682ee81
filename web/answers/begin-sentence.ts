/** A name as it begins a sentence: "phường Hồ Sen" → "Phường Hồ Sen". */
export function beginSentence(name: string): string {
  return name.slice(0, 1).toLocaleUpperCase('vi') + name.slice(1);
}
