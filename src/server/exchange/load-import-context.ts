// What reading a file depends on besides the file: places below the import's area, code lists of the
// pack in force, counties whose numbers are valid, today.
import { createPlaceFinder } from '#domain/exchange/area-names.ts';
import { type CodeListTexts, createCodeFinder } from '#domain/exchange/code-finder.ts';
import type { ImportContext } from '#domain/exchange/import-plan.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { listCountyCodes } from './county-codes.store.ts';

export interface ContextRequest {
  readonly area: AreaCode;
  readonly incomeYear: number;
}

export async function loadImportContext(
  tx: Tx,
  platform: Pick<Platform, 'packs' | 'clock' | 'demonstration'>,
  { area, incomeYear }: ContextRequest,
): Promise<ImportContext> {
  const today = platform.clock.today();
  const areas = await listAreasInSpan(tx, spanOf(area), today);
  const counties = new Set(await listCountyCodes(tx, today));
  const { codeOf, listName } = createCodeFinder(codeListsInForce(platform, area));
  return {
    area,
    areaName: areas.find((one) => one.code === area)?.name ?? area,
    findPlace: createPlaceFinder(area, areas),
    today,
    demonstration: platform.demonstration,
    incomeYear,
    codeOf,
    listName,
    isKnownCounty: (code) => counties.has(code),
    headRelation: formRule.head,
  };
}

/** The lists of the most local pack and of those it rests on; none where no pack is in force. */
export function codeListsInForce(
  { packs, clock }: Pick<Platform, 'packs' | 'clock'>,
  area: AreaCode,
): readonly CodeListTexts[] {
  const pack = packs.inForce(area, clock.today());
  return pack?.rows.lists.map(({ row }) => row) ?? [];
}

/** Incomes are asked for the year that is over, unless a sheet says otherwise. */
export function usualIncomeYear(today: string): number {
  return Number(today.slice(0, 4)) - 1;
}
