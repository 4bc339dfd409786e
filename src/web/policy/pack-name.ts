// A pack as every page names it: its title in the reader's language, the version after it.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Text } from '#web/text/catalogue.ts';

export interface NamedPack {
  readonly title: Bilingual;
  readonly version: string;
}

/**
 * An edition may stand where a version does: of its packs, the first is the one that decided.
 * @example packName(text, { title, version: '1.1.0+china-2014@1.0.0' }) // '环江 2016 1.1.0'
 */
export function packName(text: Pick<Text<never>, 'pick'>, { title, version }: NamedPack): string {
  return `${text.pick(title)} ${version.replace(/\+.*/, '')}`;
}
