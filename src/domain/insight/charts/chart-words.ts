// Small words every chart is built of.
import type { ChartCell, Opens, Words } from './chart-shape.ts';

export function both(zh: string, en: string): Words {
  return { zh, en };
}

export function textCell(text: Words): ChartCell {
  return { kind: 'text', text };
}

export function numberCell(n: number | null, opens: Opens | null = null): ChartCell {
  return { kind: 'number', n, opens };
}

export function listOf(area: string, filter: Readonly<Record<string, string>>): Opens {
  return { page: 'households', area, filter: { ...filter } };
}
