// A case as it stands: its row, its acts, the rules it began with, and what its conditions come to with
// the household's facts of today.
import { type Held, heldAt } from '#domain/access/office.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { type CaseRules, caseRulesOf } from '#domain/casework/case-rules.ts';
import { type CaseState, foldCase } from '#domain/casework/case-state.ts';
import type { CaseView, Condition } from '#domain/casework/permit.ts';
import { noSuchCase, noSuchHousehold, rulesGone } from '#domain/casework/refusals.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import { decisionsOf } from '#domain/policy/pack/decision.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import { explainDecision } from '#domain/policy/pack/explain-decision.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { listOfficesOver } from '#server/access/office.store.ts';
import type { Context } from '#server/http/context.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import { findHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { householdAsOf } from '#server/registry/household-as-of.ts';
import { type CaseRecord, findCase, listActs } from './case.store.ts';
import { checksFor } from './checks/standing.ts';
import { type Colleagues, colleaguesOver } from './colleagues.ts';
import { presentIn } from './evidence.ts';

export interface LoadedCase {
  readonly row: CaseRecord;
  /** Null of the case of a village or county itself. */
  readonly household: StoredHousehold | null;
  readonly pack: ResolvedPack;
  readonly acts: readonly CaseAct[];
  readonly view: CaseView;
  readonly colleagues: Colleagues;
}

export async function loadCase(
  context: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<LoadedCase> {
  const { tx } = context;
  const row = (await findCase(tx, { county: countyOfId(id), id }, lock)) ?? refuse(noSuchCase);
  const household =
    row.household_id === null
      ? null
      : ((await findHousehold(tx, row.household_id)) ?? refuse(noSuchHousehold));
  const { pack, rules } =
    findRules(context, row) ?? refuse(rulesGone, { pack: `${row.pack} ${row.pack_edition}` });
  const acts = await listActs(tx, row);
  const state = foldCase(rules, acts);
  const standing = { row, household, pack, rules, state, acts };
  return { row, household, pack, acts, ...(await viewOf(context, standing)) };
}

/** Of a process of households, which has no other cases. */
export function householdOf({ household }: LoadedCase): StoredHousehold {
  return household ?? refuse(noSuchHousehold);
}

interface Named {
  readonly pack: ResolvedPack;
  readonly rules: CaseRules;
}

/** The rules of the day the case began, by the edition it names; undefined where that is gone. */
export function findRules(
  { platform }: Pick<Context, 'platform'>,
  row: Pick<CaseRecord, 'pack' | 'pack_edition' | 'process' | 'begun_on'>,
): Named | undefined {
  const pack = platform.packs.resolve(row.pack, plainDate(row.begun_on), row.pack_edition);
  const rules = pack === undefined ? undefined : caseRulesOf(pack, row.process);
  return pack === undefined || rules === undefined ? undefined : { pack, rules };
}

interface Standing {
  readonly household: StoredHousehold | null;
  readonly pack: ResolvedPack;
  readonly rules: CaseRules;
  readonly state: CaseState;
}

async function viewOf(
  context: Context,
  { row, household, pack, rules, state, acts }: Standing & Pick<LoadedCase, 'row' | 'acts'>,
): Promise<Pick<LoadedCase, 'view' | 'colleagues'>> {
  const { tx, actor, today } = context;
  const area = areaCode(row.area_code);
  const offices = await listOfficesOver(tx, [area], today);
  const colleagues = colleaguesOver(tx, [area], { offices, on: today });
  const view: CaseView = {
    rules,
    state,
    today,
    asker: {
      account: actor.account,
      role: actor.role,
      held: heldAt(offices, { account: actor.account, area, on: today }),
    },
    people: await colleagues(area, state),
    conditions: await conditionsOf(context, { household, pack, rules, state }),
    present: await presentFor(context, row, { state, acts }),
    checks: await checksFor(context.tx, row, { pack, rules, state }),
    titleOf: (code) => codeTitle(pack, 'actor', code),
  };
  return { view, colleagues };
}

/** What has been handed in since the open step began; asked only where the step needs something. */
export async function presentFor(
  { tx }: Pick<Context, 'tx'>,
  row: CaseRecord,
  { state, acts }: { readonly state: CaseState; readonly acts: readonly CaseAct[] },
): Promise<ReadonlySet<string>> {
  const { step } = state;
  if (step === null || (step.needs ?? []).length === 0) return new Set();
  const since = state.passed.at(-1)?.act.at ?? acts[0]?.at ?? '';
  return presentIn(tx, row, { step: step.id, since });
}

/** Offices as they bear on a place today. */
export async function heldFor({ tx, actor, today }: Context, area: AreaCode): Promise<Held> {
  const offices = await listOfficesOver(tx, [area], today);
  return heldAt(offices, { account: actor.account, area, on: today });
}

async function conditionsOf(
  context: Context,
  { household, pack, rules, state }: Standing,
): Promise<ReadonlyMap<string, Condition>> {
  if (!hasConditions(state) || household === null) return new Map();
  const facts = factsFor(pack, await householdAsOf(context, household));
  return conditionsWith({ pack, rules, state }, () => facts);
}

function hasConditions({ step }: CaseState): boolean {
  return step?.outcomes.some(({ isConditional }) => isConditional) ?? false;
}

/** What the conditions of the open step come to; the facts are asked for only where there are any. */
export function conditionsWith(
  { pack, rules, state }: Pick<Standing, 'pack' | 'rules' | 'state'>,
  factsNow: () => Facts,
): ReadonlyMap<string, Condition> {
  const { step } = state;
  const conditional = step?.outcomes.filter(({ isConditional }) => isConditional) ?? [];
  if (step === null || conditional.length === 0) return new Map();
  const facts = factsNow();
  return new Map(
    conditional.flatMap((outcome): [string, Condition][] => {
      const key = decisionKey(rules, step.id, outcome.id);
      const decision = decisionsOf(pack).find((one) => one.key === key);
      if (decision === undefined) return [];
      const { outcome: came, parts } = explainDecision(pack, decision, facts);
      const sentence = parts[0]?.reason ?? { zh: '', en: '' };
      const value = came === 'holds' ? true : came === 'fails' ? false : null;
      return [[`${step.id}.${outcome.id}`, { value, sentence }]];
    }),
  );
}

export function decisionKey({ process }: CaseRules, step: string, outcome: string): string {
  return `outcome.${process}.${step}.${outcome}`;
}
