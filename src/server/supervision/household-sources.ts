// A household's values with the sources behind each, and whether its verification may be called agreeing.
// Whom a household's neighbours were is told to everybody but the household.

import type { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { HouseholdSources, householdSources } from '#contract/supervision-sources.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { sameValue, shownValue } from '#domain/registry/event.ts';
import type {
  DatumSources,
  DatumStanding,
  VerificationStanding,
} from '#domain/supervision/sources.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { listConflictRows } from '#server/registry/conflict-read.store.ts';
import type { StoredHousehold } from '#server/registry/household.store.ts';
import { type EntryRow, findKin } from './entry.store.ts';
import { gather, whyNot } from './gather-sources.ts';
import { fieldTitle, getVerifiable } from './plan-of.ts';
import { listSamplesOfHousehold } from './sample.store.ts';
import {
  documentsOf,
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
  const conflictOf = new Map(
    conflicts.filter((row) => row.person_id === null).map((row) => [row.field, row.id]),
  );
  // A value the register itself holds in two versions is disputed, whatever those who verified it said.
  const standingOf = (datum: DatumSources): DatumStanding =>
    conflictOf.has(datum.field) ? 'disputed' : datum.standing;
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
      standing: standingOf(datum),
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
    standing: standingView(standing, data.map(standingOf)),
    samples: await sampleViews(context, household),
    mayEnter: context.may('supervision.verify'),
  };
}

function standingView(
  standing: VerificationStanding,
  data: readonly DatumStanding[],
): View['standing'] {
  const { passes, isKin, secondScores } = standing;
  const count = (one: DatumStanding) => data.filter((other) => other === one).length;
  const disputed = count('disputed');
  return {
    passes,
    singleSource: count('singleSource'),
    disputed,
    agreed: count('agreed'),
    missing: [...standing.missing],
    isKin,
    secondScores,
    why: whyNot({ ...standing, disputed }),
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
