// What a chunk of an import leaves beside its households: a line for every row it read, and one act in
// the audit trail.
import type { HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { recordAct } from '#server/audit/record-act.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import type { StoredImport } from './import.store.ts';
import type { NewImportRow } from './import-row.store.ts';
import type { HouseholdFate } from './store-households.ts';

export function rowsOf(
  outcome: HouseholdOutcome,
  fate: HouseholdFate | undefined,
): readonly NewImportRow[] {
  return outcome.rows.map((row, place) => ({
    row,
    outcome: fate?.outcome ?? 'refused',
    householdNo: outcome.householdNo,
    name: outcome.names[place] ?? '',
    county: fate?.county ?? null,
    household: fate?.household ?? null,
    changes: fate?.changes ?? [],
    problems: outcome.problems.filter((problem) => problem.row === row),
  }));
}

interface AuditedChunk {
  readonly platform: Platform;
  readonly account: string | null;
  readonly stored: StoredImport;
  readonly chunk: readonly HouseholdOutcome[];
  readonly fates: readonly HouseholdFate[];
}

/** One act a transaction: which import, how many households became what, and the rows they stood in. */
export async function auditChunk(
  tx: Tx,
  { platform, account, stored, chunk, fates }: AuditedChunk,
): Promise<void> {
  const count = (outcome: HouseholdFate['outcome']): number =>
    fates.filter((fate) => fate.outcome === outcome).length;
  await recordAct(tx, platform.secrets.auditKey, {
    id: platform.newId(0),
    at: platform.clock.recordedAt(),
    account,
    act: 'exchange.import',
    area: areaCode(stored.areaCode),
    subject: `import:${stored.id}`,
    facts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      fromRow: chunk[0]?.rows[0] ?? 0,
      toRow: chunk.at(-1)?.rows.at(-1) ?? 0,
    },
  });
}
