// One decision about a household taken apart: today, as of a past day, or as a stored run made it, each
// under the pack and the version that decided.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { explainDecision as ExplainDecision } from '#contract/targeting-explain.ts';
import { atLevel, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Decision } from '#domain/policy/pack/decision.ts';
import { markOf } from '#domain/policy/pack/document-shape.ts';
import { explainDecision } from '#domain/policy/pack/explain-decision.ts';
import { noticeOf } from '#domain/policy/pack/notice-of.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import { noSuchDecision, noSuchRun, notInRun } from '#domain/targeting/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaPath } from '#server/registry/area.store.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import { decidedBefore } from './decided-before.ts';
import { changesView, leavesView, partView } from './decision-view.ts';
import {
  decisionsIn,
  decisionsOfAll,
  getPacks,
  getSubject,
  type Subject,
  subjectAt,
} from './household-decisions.ts';
import { lineOf } from './list-decisions.ts';
import { findRunScore } from './run-score.store.ts';
import { findRun, type Medians, mediansOf, type ScoreRun } from './score.store.ts';
import { sheetSqlOf } from './sheet-in-force.ts';

type Explanation = OutputOf<typeof ExplainDecision>;
type Input = InputOf<typeof ExplainDecision>;

interface Found {
  readonly subject: Subject;
  readonly pack: ResolvedPack;
  readonly decision: Decision;
  readonly run?: ScoreRun;
}

export async function explainHouseholdDecision(
  context: Context,
  input: Input,
): Promise<Explanation> {
  const found =
    input.query.run === undefined ? await asOfDay(context, input) : await ofRun(context, input);
  const { subject, pack, decision, run } = found;
  const { state, on, household } = subject;
  const facts = factsFor(pack, state);
  const explained = explainDecision(pack, decision, facts);
  const medians = await villageMedians(context, found, input);
  const path = await listAreaPath(context.tx, state.area, context.today);
  const { id, version, title } = pack;
  return {
    household: {
      id: household.id,
      householdNo: String(state.values.householdNo ?? ''),
      headName: String(state.values.headName ?? ''),
      areaNames: path.filter(({ level }) => level !== 'province').map(({ name }) => name),
    },
    on,
    known: input.query.known,
    pack: {
      id,
      version,
      title,
      missingVersion:
        run === undefined || pack.edition.startsWith(run.pack_version) ? null : run.pack_version,
      chain: pack.chain.map(({ manifest }) => ({
        id: manifest.id,
        version: manifest.version,
        title: manifest.title,
      })),
    },
    decision: lineOf(pack, decision, explained),
    decided: await decidedBefore(context, subject),
    mark: markOf(pack, decision.marks),
    score:
      decision.sheet === undefined
        ? null
        : {
            ...decision.sheet,
            total: explained.total,
            villageMedian: medians.total,
            villageScored: medians.scored,
          },
    run:
      run === undefined
        ? null
        : await runView(context, run, { id: household.id, total: explained.total }),
    parts: explained.parts.map((part, index) =>
      partView(pack, part, part.part.role === 'item' ? (medians.items[index] ?? null) : null),
    ),
    ...leavesView(pack, { decision, explained, state }, facts),
    missing: explained.missing.map((fact) => ({ fact, label: labelOf(pack, fact) })),
    ...changesView(pack, decision, { facts, on, explained }),
    objection: objectionOf(pack, decision),
  };
}

async function asOfDay(context: Context, { params, query }: Input): Promise<Found> {
  const subject = await getSubject(context, params.id, query);
  const made = decisionsOfAll(getPacks(context, subject));
  const found = made.find(({ decision }) => decision.key === params.decision);
  if (found === undefined) {
    return refuse(noSuchDecision, { decision: params.decision, on: subject.on });
  }
  return { subject, ...found };
}

/** The register as the run saw it, the version it named; its newest one where that is gone. */
async function ofRun(context: Context, { params, query }: Input): Promise<Found> {
  const { tx, platform } = context;
  const run = (await findRun(tx, query.run ?? '')) ?? refuse(noSuchRun);
  const on = plainDate(run.as_of);
  const at = { trueOn: on, knownAt: run.started_at };
  const subject = await subjectAt(context, params.id, { on, at });
  const pack =
    platform.packs.resolve(run.pack, on, run.pack_version) ??
    platform.packs.resolve(run.pack, on) ??
    refuse(noPackInForce, { area: subject.state.area, on });
  const decision = decisionsIn(pack).find(({ key }) => key === params.decision);
  if (decision === undefined || params.decision !== `sheet.${run.sheet}`) {
    return refuse(noSuchDecision, { decision: params.decision, on });
  }
  return { subject, pack, decision, run };
}

async function runView(
  { tx }: Context,
  run: ScoreRun,
  { id, total }: { readonly id: string; readonly total: number | null },
): Promise<NonNullable<Explanation['run']>> {
  const stored = (await findRunScore(tx, run.id, id)) ?? refuse(notInRun);
  return {
    id: run.id,
    asOf: plainDate(run.as_of),
    total: stored.total,
    agrees: stored.total === total,
  };
}

/** Who sees named households only has no village to be compared with, a past day has none kept. */
async function villageMedians(
  { tx, scope, today }: Context,
  { subject, pack, decision }: Found,
  { query }: Input,
): Promise<Medians> {
  const sheet = pack.sheets.get(decision.key.replace('sheet.', ''));
  const village = atLevel(subject.state.area, 'village');
  const isPast = subject.on !== today || query.run !== undefined;
  if (decision.kind !== 'sheet' || sheet === undefined || village === undefined) return noMedians;
  if (scope.households !== null || isPast) return noMedians;
  return mediansOf(tx, {
    span: spanOf(village),
    sheet: sheetSqlOf({ pack, sheet }),
    items: sheet.items.length,
  });
}

const noMedians: Medians = { total: null, items: [], scored: 0 };

function objectionOf(pack: ResolvedPack, decision: Decision): Explanation['objection'] {
  const notice = noticeOf(pack, decision);
  if (notice === undefined) return null;
  const { days, step, process, verified } = notice;
  return { days, step: step.title, process: process.title, verified };
}
