// A pack as it stands on one day: its chain of packs, the rows in force, and every rule checked and
// ready to run. This is what decisions are made with; they keep the pack's id and version, so that an
// old case is explained by the old rules. Faults of rules come back as problems with their lines.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { CheckedRule } from '#domain/policy/expression-rule.ts';
import type { Scope } from '#domain/policy/expression-scope.ts';
import type { Wordings } from '#domain/policy/expression-trace.ts';
import {
  type CompiledSheet,
  type CompiledTable,
  compileSheet,
  compileTable,
} from '#domain/policy/pack/compile-sheet.ts';
import { editionOf } from '#domain/policy/pack/manifest-schema.ts';
import { mergeRows } from '#domain/policy/pack/merge-rows.ts';
import type { Pack, Rows } from '#domain/policy/pack/pack.ts';
import { type PackProblem, packProblem } from '#domain/policy/pack/pack-problem.ts';
import { scopeOf } from '#domain/policy/pack/pack-scope.ts';
import { wordingOf } from '#domain/policy/pack/wording.ts';

export interface ResolvedPack {
  readonly id: string;
  readonly version: string;
  /** Its version and those of the packs below it; see editionOf. */
  readonly edition: string;
  readonly title: Bilingual;
  readonly on: PlainDate;
  /** From the base to the pack itself. */
  readonly chain: readonly Pack[];
  readonly rows: Rows;
  readonly scope: Scope;
  readonly criteria: ReadonlyMap<string, CheckedRule>;
  readonly sheets: ReadonlyMap<string, CompiledSheet>;
  readonly tables: ReadonlyMap<string, CompiledTable>;
  readonly wordings: Wordings;
}

export type Resolved =
  | { readonly ok: true; readonly pack: ResolvedPack; readonly problems: readonly PackProblem[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Where a pack is asked for by its name; the others are not touched. */
export type PackSource = Pick<ReadonlyMap<string, Pack>, 'get'>;

export function resolvePack(packs: PackSource, id: string, on: PlainDate): Resolved {
  const found = chainOf(packs, id);
  if (!found.ok) return found;
  const { chain } = found;
  const own = chain.at(-1);
  if (own === undefined) return { ok: false, problems: [] };
  const { version, title } = own.manifest;
  const rows = mergeRows(chain, on);
  return { ok: true, ...compileRows({ id, version, title, on, chain, rows }) };
}

/** Checks every rule of rows that are in force: of a pack's own, or of rows somebody tries out. */
export function compileRows({
  id,
  version,
  title,
  on,
  chain,
  rows,
}: Pick<ResolvedPack, 'id' | 'version' | 'title' | 'on' | 'chain' | 'rows'>): {
  readonly pack: ResolvedPack;
  readonly problems: readonly PackProblem[];
} {
  const problems: PackProblem[] = [];
  const scope = scopeOf(rows, on, problems);
  const sheets = new Map<string, CompiledSheet>();
  for (const placed of rows.sheets) {
    const sheet = compileSheet(placed, scope, problems);
    if (sheet !== undefined) sheets.set(placed.row.id, sheet);
  }
  const tables = new Map<string, CompiledTable>();
  for (const placed of rows.tables) {
    const table = compileTable(placed, scope, problems);
    if (table !== undefined) tables.set(placed.row.id, table);
  }
  const { criteria } = scope;
  const wordings = { zh: wordingOf(rows, 'zh'), en: wordingOf(rows, 'en') };
  const edition = editionOf(chain);
  const compiled = { criteria, sheets, tables, wordings };
  const pack = { id, version, edition, title, on, chain, rows, scope, ...compiled };
  return { pack, problems };
}

/** From the base to the pack; refuses circles and packs that are not there. */
export function chainOf(
  packs: PackSource,
  id: string,
):
  | { readonly ok: true; readonly chain: readonly Pack[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] } {
  const chain: Pack[] = [];
  let next: string | undefined = id;
  while (next !== undefined) {
    const pack = packs.get(next);
    const above = chain[0];
    if (pack === undefined) {
      const place = above?.manifestAt(['extends', 'pack']) ?? {
        file: 'pack.yaml',
        line: 1,
        column: 1,
      };
      return { ok: false, problems: [packProblem('extends-missing', place, { pack: next })] };
    }
    if (chain.includes(pack)) {
      const names = [...chain.map(({ manifest }) => manifest.id).reverse(), next];
      const place = chain.at(-1)?.manifestAt(['extends', 'pack']) ?? pack.manifestAt();
      const cycle = names.join(' → ');
      return { ok: false, problems: [packProblem('extends-cycle', place, { cycle })] };
    }
    chain.unshift(pack);
    next = pack.manifest.extends?.pack;
  }
  return { ok: true, chain };
}
