// The score sheet that decides in an area on a day: the first of the pack in force there.
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { compileScoreToSql, type SheetSql } from '#domain/policy/pack/score-sheet.ts';
import { noSheet } from '#domain/targeting/refusals.ts';
import type { PackLibrary } from '#server/policy/pack-library.ts';
import { householdColumns } from './household-column.ts';
import { firstSheetParameter } from './score.store.ts';

export interface SheetInForce {
  readonly pack: ResolvedPack;
  readonly sheet: CompiledSheet;
}

export function getSheetInForce(packs: PackLibrary, area: AreaCode, on: PlainDate): SheetInForce {
  const pack = packs.inForce(area, on);
  const sheet = pack?.sheets.values().next().value;
  if (pack === undefined || sheet === undefined) return refuse(noSheet, { area, on });
  return { pack, sheet };
}

export function sheetSqlOf({ pack, sheet }: SheetInForce): SheetSql {
  return compileScoreToSql(sheet, householdColumns(pack), firstSheetParameter);
}
