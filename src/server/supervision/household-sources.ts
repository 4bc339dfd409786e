// A household's values with the sources behind each, and whether its verification may be called agreeing.
// Whom a household's neighbours were is told to everybody but the household.

import type { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  enterVerification,
  HouseholdSources,
  householdSources,
  markKin,
} from '#contract/supervision-sources.ts';
import { atLevel } from '#domain/kernel/area-code.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { problemOf } from '#domain/registry/check-value.ts';
import { sameValue, shownValue } from '#domain/registry/event.ts';
import { foldEvents } from '#domain/registry/fold-events.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import {
  askedInFuture,
  documentsMissing,
  informantMissing,
  noSuchMethod,
  nothingSaid,
  noVerification,
} from '#domain/supervision/refusals.ts';
import {
  type DatumSources,
  type SourceEntry,
  sourcesOf,
  type VerificationStanding,
  verificationStanding,
} from '#domain/supervision/sources.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { listConflictRows } from '#server/registry/conflict-read.store.ts';
import { listEvents } from '#server/registry/event.store.ts';
import { getHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { refuseValue } from '#server/registry/read-values.ts';
import {
  countSecondScores,
  type EntryRow,
  findKin,
  insertEntries,
  insertKin,
  listEntries,
} from './entry.store.ts';
import { askDisputed } from './open-questions.ts';
import { fieldTitle, getVerifiable, verifiableFields } from './plan-of.ts';
import { listSamplesOfHousehold } from './sample.store.ts';
import {
  documentMethod,
  documentsOf,
  needsInformant,
  neighbourMethod,
  scoreMethod,
  verificationSetOf,
} from './verification-set.ts';

type View = z.input<typeof HouseholdSources>;

export async function sourcesOfHousehold(
  context: Context,
  { params }: InputOf<typeof householdSources>,
): Promise<OutputOf<typeof householdSources>> {
  return (await sourcesView(context, params.id)) as OutputOf<typeof householdSources>;
}

export interface Gathered {
  readonly household: StoredHousehold;
  readonly pack: ResolvedPack | undefined;
  readonly entries: readonly EntryRow[];
  readonly data: readonly DatumSources[];
  readonly standing: VerificationStanding;
}

/** What a step of a case asks too: every value with its sources, and whether the whole agrees. */
export async function gather(
  context: Pick<Context, 'tx' | 'platform' | 'today'>,
  id: string,
): Promise<Gathered> {
  const { tx, platform, today } = context;
  const household = await getHousehold(tx, id);
  const pack = platform.packs.inForce(household.area, today);
  const entries = await listEntries(tx, household);
  const held = foldEvents(await listEvents(tx, household)).household;
  const answered = new Set(entries.flatMap(({ answers }) => answers.map(({ field }) => field)));
  const data = verifiableFields()
    .filter(({ name }) => answered.has(name) || household.values[name] != null)
    .map(({ name, derived }) =>
      sourcesOf(
        {
          field: name,
          person: null,
          registered: household.values[name] ?? null,
          origin: derived === true ? 'computed' : (held.get(name)?.source ?? ''),
        },
        entries.flatMap((entry) => saidOf(entry, name)),
      ),
    );
  const kin = await findKin(tx, household);
  const set = verificationSetOf(pack);
  const done = new Set(entries.map(({ method }) => method));
  const secondScores = await countSecondScores(tx, household);
  if (secondScores > 0) done.add(scoreMethod);
  const standing = verificationStanding({
    data,
    methods: set?.rows.map((row) => row.id) ?? [],
    done,
    isKin: kin?.is_kin ?? false,
    secondScores,
  });
  return { household, pack, entries, data, standing };
}

function saidOf(entry: EntryRow, field: string): readonly SourceEntry[] {
  return entry.answers
    .filter((answer) => answer.field === field)
    .map(({ value }) => ({
      entry: entry.id,
      method: entry.method,
      informant: entry.informant_key,
      on: entry.asked_on,
      by: entry.account_name,
      value,
    }));
}

export async function sourcesView(context: Context, id: string): Promise<View> {
  const { tx, today, actor } = context;
  const { household, pack, entries, data, standing } = await gather(context, id);
  const set = verificationSetOf(pack);
  const kin = await findKin(tx, household);
  const conflicts = await listConflictRows(tx, {
    spans: [{ low: household.area, high: `${household.area}:` }],
    household: id,
    kind: 'value',
    limit: 100,
  });
  const conflictOf = new Map(conflicts.map((row) => [row.field, row.id]));
  const names = (await nameAreas(tx, [household.area], today))(household.area);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const headName = household.values.headName;
  return {
    household: {
      id,
      no: String(household.values.householdNo ?? ''),
      headName: typeof headName === 'string' ? headName : null,
      place: `${names.township} ${names.village}`,
    },
    set:
      set === undefined
        ? null
        : { id: set.id, title: set.title, verified: set.verified && set.sample !== true },
    methods: (set?.rows ?? []).map((row) => {
      const own = entries.filter(({ method }) => method === row.id);
      return {
        id: row.id,
        title: row.title,
        text: row.text,
        times: row.id === scoreMethod ? standing.secondScores : own.length,
        lastOn: own.at(-1)?.asked_on ?? null,
      };
    }),
    documents: documentsOf(pack).map((row) => ({
      id: row.id,
      title: row.title,
      text: row.text,
      seenOn: entries.findLast(({ documents }) => documents.includes(row.id))?.asked_on ?? null,
    })),
    data: data.map((datum) => ({
      ...fieldOfDatum(pack, datum),
      entries: datum.entries.map((entry) => ({
        entry: entry.entry,
        method: entry.method,
        informant: shownInformant(byId.get(entry.entry), actor.role === 'household'),
        on: entry.on,
        by: entry.by,
        value: listed(entry.value),
        agrees: sameValue(entry.value, datum.registered),
      })),
      agreeing: datum.agreeing,
      differing: datum.differing,
      standing: datum.standing,
      conflict: conflictOf.get(datum.field) ?? null,
    })),
    kin:
      kin === undefined
        ? null
        : {
            isKin: kin.is_kin,
            cadre: kin.cadre,
            relation: kin.relation,
            by: kin.account_name,
            at: kin.recorded_at,
          },
    standing: {
      passes: standing.passes,
      singleSource: standing.singleSource,
      disputed: standing.disputed,
      agreed: standing.agreed,
      missing: [...standing.missing],
      isKin: standing.isKin,
      secondScores: standing.secondScores,
      why: whyNot(standing),
    },
    samples: await sampleViews(context, household),
    mayEnter: context.may('supervision.verify'),
  };
}

function shownInformant(entry: EntryRow | undefined, isHousehold: boolean): string | null {
  if (entry === undefined) return null;
  return isHousehold && entry.method === neighbourMethod ? null : entry.informant;
}

function fieldOfDatum(pack: ResolvedPack | undefined, datum: DatumSources) {
  const field = getVerifiable(datum.field);
  return {
    field: datum.field,
    title: fieldTitle(pack, datum.field),
    type: field.type,
    list: field.list ?? null,
    unit: field.unit ?? null,
    registered: listed(datum.registered),
    origin: datum.origin,
  };
}

function listed(value: DatumSources['registered']): View['data'][number]['registered'] {
  const shown = shownValue(value);
  return (Array.isArray(shown) ? [...shown] : shown) as View['data'][number]['registered'];
}

/** What stands in the way of calling the verification agreeing. */
export function whyNot(standing: VerificationStanding): Bilingual | null {
  if (standing.isKin && standing.secondScores === 0) {
    return {
      zh: '村干部亲属必须两次评分：还没有另一个组的独立评分。',
      en: 'Kin of a village cadre are always scored twice: another team’s independent score is missing.',
    };
  }
  if (standing.disputed > 0) {
    return {
      zh: `有 ${standing.disputed} 项说法不一，须先查清。`,
      en: `${standing.disputed} values are disputed and must be settled first.`,
    };
  }
  return null;
}

async function sampleViews({ tx }: Context, household: StoredHousehold): Promise<View['samples']> {
  const rows = await listSamplesOfHousehold(tx, household);
  return rows.map((row) => ({
    campaign: row.campaign_id,
    title: row.title,
    drawnOn: row.drawn_on,
    isClosed: row.closed_on !== null,
    outcome: row.closed_on === null ? null : outcomeOf(row),
  }));
}

function outcomeOf({
  listed: teams,
  first_listed,
}: {
  readonly listed: readonly boolean[];
  readonly first_listed: boolean | null;
}): 'holds' | 'fault' | 'open' {
  const [one, ...others] = teams;
  if (one === undefined || first_listed === null || others.some((each) => each !== one))
    return 'open';
  return one === first_listed ? 'holds' : 'fault';
}

export async function enter(
  context: Context,
  { params, body }: InputOf<typeof enterVerification>,
): Promise<OutputOf<typeof enterVerification>> {
  const { tx, actor, now, today, newId, platform } = context;
  const household = await getHousehold(tx, params.id);
  const pack = platform.packs.inForce(household.area, today);
  const set = verificationSetOf(pack) ?? refuse(noVerification);
  const method = set.rows.find(({ id }) => id === body.method);
  if (method === undefined || method.id === scoreMethod) {
    return refuse(noSuchMethod, { method: method?.title[context.language] ?? body.method });
  }
  const informant = body.informant.trim();
  if (needsInformant(method.id) && informant === '') {
    refuse(informantMissing, { method: method.title[context.language] });
  }
  const kinds = documentsOf(pack).map(({ id }) => id);
  const documents = body.documents.filter((id) => kinds.includes(id));
  if (method.id === documentMethod && documents.length === 0) refuse(documentsMissing);
  if (body.answers.length === 0 && documents.length === 0) refuse(nothingSaid);
  if (body.askedOn > today) refuse(askedInFuture, { on: body.askedOn });
  for (const { field, value } of body.answers) {
    const problem = problemOf(getVerifiable(field), value, pack?.scope.lists ?? new Map());
    if (problem !== undefined) refuseValue(context, field, problem);
  }

  const id = newId(household.county);
  await insertEntries(tx, [
    {
      county: household.county,
      id,
      household_id: household.id,
      area_code: household.area,
      verification: set.id,
      method: method.id,
      informant,
      informant_key: informant === '' ? documents.join(' ') : nameKeyOf(informant),
      documents,
      answers: body.answers,
      note: body.note,
      asked_on: body.askedOn,
      account: actor.account,
      account_name: actor.displayName,
      campaign_id: null,
      recorded_at: now,
    },
  ]);
  const opened = await askDisputed(
    context,
    household.id,
    body.answers.map(({ field, value }) => ({
      field,
      value,
      source: method.title.zh,
      by: actor.displayName,
      on: body.askedOn,
    })),
  );
  context.note({
    area: atLevel(household.area, 'village') ?? household.area,
    subject: `household:${household.id}`,
    facts: { entry: id, method: method.id, answers: body.answers.length, questions: opened.length },
  });
  return (await sourcesView(context, household.id)) as OutputOf<typeof enterVerification>;
}

export async function mark(
  context: Context,
  { params, body }: InputOf<typeof markKin>,
): Promise<OutputOf<typeof markKin>> {
  const { tx, actor, now, newId } = context;
  const household = await getHousehold(tx, params.id);

  await insertKin(tx, [
    {
      county: household.county,
      id: newId(household.county),
      household_id: household.id,
      area_code: household.area,
      is_kin: body.isKin,
      cadre: body.cadre,
      relation: body.relation,
      account: actor.account,
      account_name: actor.displayName,
      recorded_at: now,
    },
  ]);
  context.note({
    area: household.area,
    subject: `household:${household.id}`,
    facts: { isKin: body.isKin },
  });
  return (await sourcesView(context, household.id)) as OutputOf<typeof markKin>;
}
