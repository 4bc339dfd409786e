// Counts what a report holds as it goes out, so that it can be told later how little of it anybody typed.
import { narrowTo } from '#domain/access/actor.ts';
import { type AreaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { insertOutput } from './output.store.ts';

type Counting = Pick<Context, 'tx' | 'now' | 'newId'> & {
  readonly actor: { readonly account: string };
};

export interface CountedReport {
  readonly kind: string;
  readonly area: AreaCode;
  readonly cells: number;
  readonly typed?: number;
}

export async function keepOutput(
  { tx, now, newId, actor }: Counting,
  { kind, area, cells, typed = 0 }: CountedReport,
): Promise<void> {
  const county = countyNumberOf(area) ?? 0;
  await insertOutput(tx, {
    county,
    id: newId(county),
    area_code: area,
    kind,
    cells,
    typed,
    account: actor.account,
    made_at: now,
  });
}

/** The same rows; kept as a report once the last of them has gone out. */
export async function* countedRows<Row extends readonly unknown[]>(
  context: Pick<Context, 'tx' | 'now' | 'newId' | 'actor' | 'area'>,
  kind: string,
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<Row> {
  let cells = 0;
  for await (const row of rows) {
    cells += filled(row);
    yield row;
  }
  await keepOutput(context, { kind, area: reportedOf(context), cells });
}

/** Whoever sees some areas of a county reports of the first of them, not of the county. */
export function reportedOf({ actor, area }: Pick<Context, 'actor' | 'area'>): AreaCode {
  return narrowTo(actor, area)[0] ?? area;
}

export function filled(row: readonly unknown[]): number {
  return row.filter((cell) => cell !== null && cell !== undefined && cell !== '').length;
}
