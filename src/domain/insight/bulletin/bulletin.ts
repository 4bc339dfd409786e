// A monthly bulletin as content, whatever it is set in: figures with all their parts, tables, and what each
// number was held against. It is made once, hashed and signed as it stood; nothing in it is typed.
import { z } from 'zod';
import { ChartUnit, Words } from '../charts/chart-shape.ts';

export const BulletinFigure = z.object({
  id: z.string(),
  title: Words,
  /** Null where nobody knows. */
  value: z.number().nullable(),
  unit: z.enum(['household', 'person', 'item', 'percent', 'village']),
  /** Of a rate: what was counted, and of how many. */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  definition: Words,
  method: Words,
  source: Words,
  /** The day the number is of. */
  on: z.string(),
});
export type BulletinFigure = z.infer<typeof BulletinFigure>;

export const BulletinTable = z.object({
  title: Words,
  columns: z.array(Words),
  rows: z.array(
    z.object({
      title: Words,
      total: z.boolean(),
      /** Null where it is hidden because it speaks of few. */
      cells: z.array(z.number().nullable()),
    }),
  ),
  /** Of each column: how its numbers are written. */
  units: z.array(z.enum(['household', 'person', 'item', 'percent'])),
});
export type BulletinTable = z.infer<typeof BulletinTable>;

/** A number of the bulletin beside the same number of a page, or beside what was published. */
export const BulletinCheck = z.object({
  title: Words,
  /** As the bulletin says it. */
  here: z.number().nullable(),
  /** As the other place says it: bare, or as it was printed. */
  there: z.string(),
  /** Of both; bulletins made before it was kept have none. */
  unit: ChartUnit.optional(),
  where: Words,
  verdict: z.enum(['agrees', 'differs', 'cannot']),
  why: Words,
});
export type BulletinCheck = z.infer<typeof BulletinCheck>;

export const BulletinContent = z.object({
  title: Words,
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  /** YYYY-MM. */
  month: z.string(),
  dataDay: z.string(),
  invented: z.boolean(),
  sentences: z.array(Words),
  figures: z.array(BulletinFigure),
  tables: z.array(BulletinTable),
  checks: z.array(BulletinCheck),
});
export type BulletinContent = z.infer<typeof BulletinContent>;

export type Part = 'numerator' | 'denominator' | 'method' | 'date' | 'definition' | 'source';

/** What a figure lacks before it may leave the house. */
export function lacks(figure: BulletinFigure): readonly Part[] {
  const missing: Part[] = [];
  if (figure.unit === 'percent') {
    if (figure.numerator === null) missing.push('numerator');
    if (figure.denominator === null) missing.push('denominator');
  }
  if (figure.definition.zh === '') missing.push('definition');
  if (figure.method.zh === '') missing.push('method');
  if (figure.source.zh === '') missing.push('source');
  if (figure.on.length < 10) missing.push('date');
  return missing;
}

/** Two ways of counting the same thing. */
export function sameCount(
  title: Words,
  here: number | null,
  there: { readonly value: number | null; readonly where: Words; readonly otherwise: Words },
): BulletinCheck {
  const { value, where, otherwise } = there;
  const shape = { title, here, there: value === null ? '—' : String(value), where };
  if (here === null || value === null) return { ...shape, verdict: 'cannot', why: otherwise };
  return here === value
    ? { ...shape, verdict: 'agrees', why: { zh: '两处相同', en: 'Both say the same' } }
    : { ...shape, verdict: 'differs', why: otherwise };
}
