// A name as it is searched for: spaces and middle dots gone, the compatibility forms of characters
// folded, so that 阿依古丽·买买提 and 阿依古丽买买提 are the same key. Never shown.

const plain = /^[\u4e00-\u9fff]+$/;

/** Nothing but Chinese characters, as nearly every name is written: there is nothing to tidy. */
export function isPlainName(name: string): boolean {
  return plain.test(name);
}

export function nameKeyOf(name: string): string {
  if (isPlainName(name)) return name;
  return name
    .normalize('NFKC')
    .replace(/[\s.·•‧∙・･\u200b-\u200f\ufeff]/gu, '')
    .toLowerCase();
}
