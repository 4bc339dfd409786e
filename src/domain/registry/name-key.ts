// A name as it is searched for: spaces and middle dots gone, the compatibility forms of characters
// folded, so that 阿依古丽·买买提 and 阿依古丽买买提 are the same key. Never shown.

export function nameKeyOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s.·•‧∙・･\u200b-\u200f\ufeff]/gu, '')
    .toLowerCase();
}
