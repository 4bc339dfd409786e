// Doors of batches: begun over what was chosen or over all a filter holds, looked at, taken up again, and
// their refused records as a spreadsheet.

import type {
  downloadRefusedRecords,
  getBatch,
  listBatches as listShape,
  resumeBatch,
  startBatch,
} from '#contract/casework-batch.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import {
  batchGoesOn,
  noSuchBatch,
  nothingToDecide,
  notYourBatch,
  signedOneByOne,
} from '#domain/casework/batch-refusals.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { findJob } from '#server/jobs/job.store.ts';
import { xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import {
  type BatchRow,
  findBatch,
  insertBatch,
  insertRecords,
  listBatches,
  listRefused,
  setBatch,
  tallyOf,
} from './batch.store.ts';
import { type BatchInput, batchKind } from './batch-job.ts';
import { ownWords, untitled } from './case-row-view.ts';
import { findRules } from './load-case.ts';
import { listOpenCaseIds } from './queue.store.ts';
import { queueRequest } from './queue.ts';

type View = OutputOf<typeof getBatch>;

export async function begin(
  context: Context,
  { body }: InputOf<typeof startBatch>,
): Promise<OutputOf<typeof startBatch>> {
  const { tx, actor, area, now } = context;
  const { process, step, act, outcome, reason, place, meeting, except } = body;
  const title = stepTitle(context, { process, step });
  if (title?.kind === 'signOff') refuse(deny(signedOneByOne, { step: title.title }));
  const id = context.newId(countyNumberOf(area) ?? 0);
  const row = {
    county: countyOfId(id),
    id,
    area_code: area,
    account: actor.account,
    account_name: actor.displayName,
    process,
    step,
    act,
    outcome,
    reason,
    place,
    meeting: meeting ?? null,
    total: 0,
    job: null,
    created_at: now,
  };
  await insertBatch(tx, row);
  const left = new Set(except.filter((one) => one.leave).map((one) => one.id));
  const chosen = (await chosenIds(context, body)).filter((one) => !left.has(one));
  const total = await insertRecords(tx, row, {
    ids: chosen,
    except: except.flatMap(({ id: one, leave, ...own }) => (leave ? [] : [{ id: one, ...own }])),
  });
  if (total === 0) refuse(deny(nothingToDecide, { step: title?.title ?? step }));
  const job = await enqueue(context, row);
  await setBatch(tx, row, { total, job });
  context.note({
    area,
    subject: `batch:${id}`,
    facts: { process, step, act, outcome, records: total, exceptions: except.length },
  });
  return { id, job, total };
}

async function chosenIds(
  context: Context,
  { select, process, step }: InputOf<typeof startBatch>['body'],
): Promise<readonly string[]> {
  if ('ids' in select) return select.ids;
  const { whose, colour } = select;
  const asked = await queueRequest(
    context,
    { whose, process, step, colour },
    await ownWords(context),
  );
  return (await listOpenCaseIds(context.tx, asked)).map(({ id }) => id);
}

function enqueue(
  { tx, actor, scope, now, platform }: Context,
  batch: Pick<BatchRow, 'id' | 'area_code'>,
) {
  const input: BatchInput = { batch: batch.id };
  return platform.jobs.enqueue(tx, {
    kind: batchKind,
    areaCode: batch.area_code,
    account: actor.account,
    scope,
    input,
    now,
  });
}

export async function list(context: Context): Promise<OutputOf<typeof listShape>> {
  const items: View[] = [];
  for (const row of await listBatches(context.tx, context.actor.account, 20)) {
    items.push(await shown(context, row, []));
  }
  return { items, next: null };
}

export async function read(context: Context, { params }: InputOf<typeof getBatch>): Promise<View> {
  const row = await getOwn(context, params.id);
  return shown(context, row, await listRefused(context.tx, row.id, shownRefused));
}

const shownRefused = 200;

async function getOwn({ tx }: Context, id: string): Promise<BatchRow> {
  return (await findBatch(tx, { county: countyOfId(id), id })) ?? refuse(noSuchBatch);
}

export async function resume(
  context: Context,
  { params }: InputOf<typeof resumeBatch>,
): Promise<View> {
  const { tx, actor } = context;
  const row = await getOwn(context, params.id);
  if (row.account !== actor.account) refuse(notYourBatch, { who: row.account_name });
  const run = row.job === null ? undefined : await findJob(tx, row.job);
  const goesOn = run !== undefined && (run.state === 'queued' || run.state === 'running');
  if (goesOn || (await tallyOf(tx, row.id)).waiting === 0) refuse(batchGoesOn);
  const job = await enqueue(context, row);
  await setBatch(tx, row, { job });
  context.note({ area: areaCode(row.area_code), subject: `batch:${row.id}` });
  return shown(context, { ...row, job }, []);
}

async function shown(
  context: Context,
  row: BatchRow,
  refused: Awaited<ReturnType<typeof listRefused>>,
): Promise<View> {
  const { tx, today } = context;
  const placeOf = await nameAreas(
    tx,
    refused.map((one) => areaCode(one.area_code)),
    today,
  );
  const step = stepTitle(context, row);
  const outcome = step?.outcomes.find(({ id }) => id === row.outcome)?.title;
  return {
    id: row.id,
    job: row.job,
    process: { id: row.process, title: step?.process ?? untitled(row.process) },
    step: { id: row.step, title: step?.title ?? untitled(row.step) },
    act: row.act,
    outcome: outcome ?? untitled(row.outcome),
    by: row.account_name,
    total: row.total,
    ...(await tallyOf(tx, row.id)),
    beganAt: row.created_at,
    finishedAt: row.finished_at,
    refusals: refused.map((one) => ({
      case: one.case_id,
      household: one.household_id,
      householdNo: one.household_no ?? '',
      headName: one.head_name,
      ...placeOf(one.area_code),
      code: one.code,
      message: one.message,
    })),
  };
}

/** As the pack in force calls it; the cases themselves keep their own editions. */
function stepTitle(
  { platform, area, today }: Context,
  { process, step }: { readonly process: string; readonly step: string },
) {
  const pack = platform.packs.inForce(area, today);
  if (pack === undefined) return undefined;
  const rules = findRules(
    { platform },
    { pack: pack.id, pack_edition: pack.edition, process, begun_on: today },
  )?.rules;
  const found = rules?.steps.find(({ id }) => id === step);
  return found === undefined || rules === undefined
    ? undefined
    : { ...found, process: rules.title };
}

export async function download(
  context: Context,
  { params }: InputOf<typeof downloadRefusedRecords>,
): Promise<Download> {
  const { tx, today, language } = context;
  const row = await getOwn(context, params.id);
  const refused = await listRefused(tx, row.id, undefined);
  const placeOf = await nameAreas(
    tx,
    refused.map((one) => areaCode(one.area_code)),
    today,
  );
  const headings =
    language === 'zh'
      ? ['户编号', '户主', '乡镇', '村', '未办的原因和办法']
      : ['Household number', 'Head', 'Township', 'Village', 'Why not, and what to do'];
  const lines = refused.map((one) => {
    const { township, village } = placeOf(one.area_code);
    return [one.household_no, one.head_name ?? '', township, village, one.message[language]];
  });
  context.note({
    area: areaCode(row.area_code),
    subject: `batch:${row.id}`,
    facts: { rows: lines.length },
  });
  return xlsxDownload({
    fileName: language === 'zh' ? '未办名单.xlsx' : 'refused.xlsx',
    name: language === 'zh' ? '未办' : 'refused',
    headings,
    rows: lines,
  });
}
