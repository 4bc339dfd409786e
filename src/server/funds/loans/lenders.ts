// Who lends at a place: banks that serve its township, and the mutual-aid association of its village.
import { type AreaCode, atLevel, spanOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { listAssociationRows } from './association.store.ts';
import { listBankNames } from './bank.store.ts';

export interface Lender {
  readonly id: string;
  readonly name: string;
  /** A village's own association, which lends to its members. */
  readonly mutual: boolean;
}

export async function lendersFor(
  { tx }: Pick<Context, 'tx'>,
  area: AreaCode,
): Promise<readonly Lender[]> {
  const county = atLevel(area, 'county') ?? area;
  const township = atLevel(area, 'township');
  const village = atLevel(area, 'village');
  const banks = await listBankNames(tx, spanOf(county));
  const associations = village === undefined ? [] : await listAssociationRows(tx, spanOf(village));
  return [
    ...banks
      .filter(
        ({ townships }) =>
          township === undefined || townships.length === 0 || townships.includes(township),
      )
      .map(({ id, name }) => ({ id, name, mutual: false })),
    ...associations.map(({ id, name }) => ({ id, name, mutual: true })),
  ];
}
