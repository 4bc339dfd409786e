// One trial: a base and a variant of the rules over the households of an area, counted in one statement.
// It takes two resolved packs and does not care where the second comes from: changes laid over the
// first, or a draft that somebody is writing.
import { costingOf } from '#domain/insight/simulation/cost.ts';
import { outcomes } from '#domain/insight/simulation/outcome.ts';
import { type Rechecked, targetingErrors } from '#domain/insight/simulation/targeting-errors.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noSheet } from '#domain/targeting/refusals.ts';
import type { Tx } from '#server/database/connect.ts';
import { compileTrial, type TrialSql, type Version } from './compile-trial.ts';
import {
  countRechecked,
  countTrial,
  firstTrialParameter,
  type RecheckedRow,
  type TrialRow,
} from './simulation.store.ts';

export interface Trialled {
  readonly base: Version;
  readonly variant: Version;
  readonly rows: readonly TrialRow[];
  readonly rechecked: readonly RecheckedRow[];
}

export interface Where {
  readonly spans: readonly AreaSpan[];
  /** Digits of the codes of the areas one level below. */
  readonly digits: number;
  readonly margin: number;
}

export async function simulate(
  base: ResolvedPack,
  variant: ResolvedPack,
  { tx, where }: { readonly tx: Tx; readonly where: Where },
): Promise<Trialled> {
  const { versions, sql } = trialOf(base, variant);

  const rows = await countTrial(tx, sql, where);
  const rechecked = await countRechecked(tx, sql, where.spans);

  return { ...versions, rows, rechecked };
}

export function trialOf(
  base: ResolvedPack,
  variant: ResolvedPack,
): {
  readonly versions: { readonly base: Version; readonly variant: Version };
  readonly sql: TrialSql;
} {
  const sheet = base.sheets.values().next().value;
  const other = variant.sheets.get(sheet?.sheet.id ?? '') ?? variant.sheets.values().next().value;
  const versions = { base: versionOf(base, sheet), variant: versionOf(variant, other) };
  return { versions, sql: compileTrial(versions.base, versions.variant, firstTrialParameter) };
}

function versionOf(pack: ResolvedPack, sheet: CompiledSheet | undefined): Version {
  if (sheet === undefined) {
    const { area } = pack.chain.at(-1)?.manifest ?? { area: '' };
    return refuse(noSheet, { area, on: pack.on });
  }
  return { pack, sheet, costing: costingOf(pack) };
}

/** Errors of the base and of the variant against the households that were re-checked. */
export function errorsOf(rows: readonly RecheckedRow[], side: 'base' | 'variant') {
  const count = (isListed: boolean, isPoor: boolean) =>
    rows
      .filter(
        (row) => (row[side] === outcomes.indexOf('listed')) === isListed && row.poor === isPoor,
      )
      .reduce((sum, row) => sum + row.households, 0);
  const found: Rechecked = {
    listedPoor: count(true, true),
    listedNotPoor: count(true, false),
    unlistedPoor: count(false, true),
    unlistedNotPoor: count(false, false),
  };
  return targetingErrors(found);
}
