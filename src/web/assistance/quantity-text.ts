// How much was promised or reached. Its unit was written by whoever planned, in Chinese; the few that stand
// in every plan are said in the reader's language, any other as it was written.
import type { Language } from '#domain/kernel/refusal.ts';
import { exactNumber } from '#web/text/number.ts';

const english: Readonly<Record<string, readonly [one: string, many: string]>> = {
  元: ['yuan', 'yuan'],
  户: ['household', 'households'],
  人: ['person', 'persons'],
  亩: ['mu', 'mu'],
};

export function quantityText(quantity: number, unit: string | null, language: Language): string {
  const words = language === 'en' ? english[unit ?? ''] : undefined;
  const said = words === undefined ? unit : words[quantity === 1 ? 0 : 1];
  return `${exactNumber(quantity)} ${said ?? ''}`.trim();
}
