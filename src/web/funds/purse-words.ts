// A purse in a list of choices: whose it is, where its money comes from, what it is for, what is in it.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { exactYuan } from '#web/text/number.ts';

interface Purse {
  readonly area: { readonly name: string };
  readonly holder: string;
  readonly sourceTitle: Bilingual;
  readonly balance: number;
}

export function purseWords(
  { area, holder, sourceTitle, balance }: Purse,
  {
    pick,
    kind = '',
    purpose,
  }: {
    readonly pick: (words: Bilingual) => string;
    readonly kind?: string;
    /** Left out where all choices have the same. */
    readonly purpose?: Bilingual;
  },
): string {
  const parts = [
    kind,
    area.name,
    holder,
    pick(sourceTitle),
    purpose === undefined ? '' : pick(purpose),
    exactYuan(balance),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
