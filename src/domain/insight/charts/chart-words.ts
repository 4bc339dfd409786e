// Small words every chart is built of.

import type { Language } from '#domain/kernel/refusal.ts';
import type { ChartCell, ChartGap, Opens, Words } from './chart-shape.ts';

export function both(zh: string, en: string): Words {
  return { zh, en };
}

/** What belongs to an area itself and to none of its parts: it stands among them, and is no sum of them. */
export const notBelow = both('不分到下级', 'Not tied to one place below');

export function textCell(text: Words): ChartCell {
  return { kind: 'text', text };
}

export function numberCell(n: number | null, opens: Opens | null = null): ChartCell {
  return { kind: 'number', n, opens };
}

export function listOf(area: string, filter: Readonly<Record<string, string>>): Opens {
  return { page: 'households', area, filter: { ...filter } };
}

/** Why something is not shown, and what may be done about it: for a screen, not for paper. */
export function saidGap(gap: ChartGap | undefined, language: Language): string {
  const said = [gap?.why, gap?.remedy].flatMap((one) => (one === undefined ? [] : [one[language]]));
  return said.join(language === 'zh' ? '' : ' ');
}

/** A share is told as one, whether its sign was printed or not. */
export function withSign(number: string, unit?: string): string {
  return unit === 'percent' && number !== '—' && !/[%％]/.test(number) ? `${number}%` : number;
}

/** How finely a number of today is told beside what was printed: 27.78 beside 27.78, where 27.8 would be another. */
export function decimalsBeside(live: number, printed: string): number {
  if (Number.isInteger(live)) return 0;
  return Math.max(1, /\.(?<decimals>\d+)/.exec(printed)?.groups?.decimals?.length ?? 0);
}

/** A head that ends in its unit needs none beside it. */
export function saysUnit(title: string, unit: string): boolean {
  return title.toLowerCase().endsWith(unit);
}

/** Words from within a sentence, where they begin one or a cell. */
export function atHead({ zh, en }: Words): Words {
  return both(zh, `${en.charAt(0).toUpperCase()}${en.slice(1)}`);
}
