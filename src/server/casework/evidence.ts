// The evidence of a case: what has been handed in since the open step began, and what an act takes with it.
import type { CaseAct } from '#domain/casework/case-act.ts';
import type { Tx } from '#server/database/connect.ts';
import { markAsEvidence } from '#server/kernel/attachment.store.ts';
import type { CaseKey, CaseRecord } from './case.store.ts';
import {
  bindAssessments,
  insertActFiles,
  listAssessments,
  listNewFiles,
} from './evidence.store.ts';

export async function presentIn(
  tx: Tx,
  key: CaseKey,
  { step, since }: { readonly step: string; readonly since: string },
): Promise<ReadonlySet<string>> {
  const files = await listNewFiles(tx, key, since);
  const assessments = await listAssessments(tx, key);
  const isDone = assessments.some(
    (one) => one.step === step && one.done_at !== null && one.done_at > since,
  );
  return new Set([...files.map(({ kind }) => kind), ...(isDone ? ['interview'] : [])]);
}

/** Whatever was handed in by now is what the act rests on, and stays. */
export async function carryEvidence(tx: Tx, row: CaseRecord, act: CaseAct): Promise<void> {
  const unused = (await listNewFiles(tx, row, act.at)).filter((one) => !one.is_evidence);
  const files = unused.map(({ id }) => id);
  if (files.length > 0) {
    await insertActFiles(tx, row, { position: act.position, files });
    await markAsEvidence(tx, row.county, files);
  }
  await bindAssessments(tx, row, { step: act.step, position: act.position });
}
