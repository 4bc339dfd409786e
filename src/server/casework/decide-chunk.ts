// One transaction of a batch: some records are taken, looked at one by one by the rules of their cases, and
// what they come to is stored together. Either all of it happened or none.
import { setImmediate } from 'node:timers/promises';
import { type BatchVerdict, decideRecord } from '#domain/casework/batch.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { classEntered, foldCase } from '#domain/casework/case-state.ts';
import { noSuchCase } from '#domain/casework/refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import { recordAct } from '#server/audit/record-act.ts';
import type { Tx } from '#server/database/connect.ts';
import { recordStages } from '#server/registry/record-stages.ts';
import { type BatchRow, type RecordFate, settleRecords, takeRecords } from './batch.store.ts';
import { insertActs, updateCases } from './case-bulk.store.ts';
import { carryEvidence } from './evidence.ts';
import { type BulkCase, breathAfter, type CasesRequest, loadCases } from './load-cases.ts';
import { projectionOf } from './projection.ts';
import { guardDenials } from './step-guard.ts';

/** Few enough that whoever shares the process with a batch waits for no long statement of it. */
export const chunkRecords = 100;

export interface ChunkOutcome {
  readonly decided: number;
  readonly refused: number;
}

export interface Decided extends BulkCase {
  readonly act: CaseAct;
}

export async function decideChunk(
  tx: Tx,
  request: CasesRequest,
  batch: BatchRow,
): Promise<ChunkOutcome> {
  const { platform, actor } = request;
  const now = platform.clock.now();
  const records = await takeRecords(tx, batch.id, chunkRecords);
  const cases = await loadCases(
    tx,
    request,
    records.map((record) => record.case_id),
  );
  const by = { account: actor.account, name: actor.displayName, at: now };
  const permitted: Decided[] = [];
  const fates: RecordFate[] = [];
  const refused = (id: string, { code, message }: RefusalKind) =>
    fates.push({ id, refusal: { code, message } });
  for (const [index, { case_id: id, seen, outcome, reason }] of records.entries()) {
    if (index % breathAfter === breathAfter - 1) await setImmediate();
    const found = cases.get(id);
    if (found === undefined) {
      refused(id, deny(noSuchCase));
      continue;
    }
    const verdict = verdictOf(batch, { seen, outcome, reason });
    const answer = decideRecord(found.view, found.acts, { verdict, by });
    if (answer.denial === undefined) permitted.push({ ...found, act: answer.act });
    else refused(id, answer.denial);
  }
  const guarded = permitted.map((found) => ({ found, outcome: found.act.outcome ?? '' }));
  const denials = await guardDenials({ tx, platform }, guarded);
  const decided = permitted.filter(({ row: { id } }, at) => {
    const denial = denials[at];
    if (denial === undefined) fates.push({ id, refusal: null });
    else refused(id, denial);
    return denial === undefined;
  });
  await storeDecided(tx, { request, decided, now });
  await settleRecords(tx, batch.id, fates);
  const outcome = { decided: decided.length, refused: fates.length - decided.length };
  if (records.length > 0) {
    await recordAct(tx, platform.secrets.auditKey, {
      id: platform.newId(batch.county),
      at: platform.clock.recordedAt(),
      account: actor.account,
      act: 'casework.batch-chunk',
      area: areaCode(batch.area_code),
      subject: `batch:${batch.id}`,
      facts: { process: batch.process, step: batch.step, ...outcome },
    });
  }
  return outcome;
}

function verdictOf(
  { act, step, meeting, place }: BatchRow,
  own: Pick<BatchVerdict, 'seen' | 'outcome' | 'reason'>,
): BatchVerdict {
  return { act, step, place, ...(meeting === null ? {} : { meeting }), ...own };
}

/** What was decided, in a few statements: acts and what they rest on, places in the queue, stages of the register. */
export async function storeDecided(
  tx: Tx,
  {
    request: { platform, actor, today },
    decided,
    now,
  }: {
    readonly request: CasesRequest;
    readonly decided: readonly Decided[];
    readonly now: string;
  },
): Promise<void> {
  const moved = [];
  for (const [index, { row, acts, view, act, colleagues }] of decided.entries()) {
    if (index % breathAfter === breathAfter - 1) await setImmediate();
    const { rules } = view;
    const state = foldCase(rules, [...acts, act]);
    const stage = rules.ends.find(({ id }) => id === state.end)?.stage ?? null;
    const helpClass = classEntered(rules, state);
    const people = await colleagues(areaCode(row.area_code), state);
    moved.push({
      row,
      act,
      rules,
      stage,
      helpClass,
      projection: projectionOf(rules, state, today, people),
    });
  }
  await insertActs(
    tx,
    moved.map(({ row, act }) => ({ place: row, act })),
  );
  await updateCases(
    tx,
    moved.map(({ row, projection }) => ({ key: row, projection })),
  );
  await carryEvidence(tx, moved);
  const author = { account: actor.account, name: actor.displayName, now, today };
  for (const county of new Set(moved.map(({ row }) => row.county))) {
    const changes = moved.flatMap(({ row, act, rules, stage, helpClass }) =>
      stage === null || row.household_id === null || row.county !== county
        ? []
        : [
            {
              household: row.household_id,
              to: stage,
              helpClass,
              event: platform.newId(county),
              source: `case:${row.id}`,
              reason: act.reason === '' ? rules.title.zh : act.reason,
            },
          ],
    );
    if (changes.length > 0) await recordStages(tx, county, { changes, author });
  }
}
