// The evidence of a case: what has been handed in since the open step began, and what an act takes with it.
import type { CaseAct } from '#domain/casework/case-act.ts';
import type { Tx } from '#server/database/connect.ts';
import { markAsEvidence } from '#server/kernel/attachment.store.ts';
import type { CaseKey, CaseRecord } from './case.store.ts';
import {
  bindAssessments,
  insertActFiles,
  listAssessments,
  listNewKinds,
  listUnusedFiles,
} from './evidence.store.ts';

export async function presentIn(
  tx: Tx,
  key: CaseKey,
  { step, since }: { readonly step: string; readonly since: string },
): Promise<ReadonlySet<string>> {
  const kinds = await listNewKinds(tx, key, since);
  const assessments = await listAssessments(tx, key);
  const isDone = assessments.some(
    (one) => one.step === step && one.done_at !== null && one.done_at > since,
  );
  return new Set([...kinds, ...(isDone ? ['interview'] : [])]);
}

/** Whatever was handed in by now for these cases is what their acts rest on, and stays. */
export async function carryEvidence(
  tx: Tx,
  entered: readonly { readonly row: CaseRecord; readonly act: CaseAct }[],
): Promise<void> {
  if (entered.length === 0) return;
  const byCase = new Map(entered.map((one) => [one.row.id, one]));
  const unused = await listUnusedFiles(
    tx,
    entered.map(({ row }) => row),
  );
  const files = unused.flatMap(({ of, file }) => {
    const one = byCase.get(of);
    return one === undefined ? [] : [{ of: one.row, position: one.act.position, file }];
  });
  if (files.length > 0) await insertActFiles(tx, files);
  for (const county of new Set(files.map(({ of }) => of.county))) {
    const own = files.filter(({ of }) => of.county === county);
    await markAsEvidence(
      tx,
      county,
      own.map(({ file }) => file),
    );
  }
  await bindAssessments(
    tx,
    entered.map(({ row: { county, id }, act: { step, position } }) => ({
      county,
      id,
      step,
      position,
    })),
  );
}
