// Every value of a household with its sources, and whether the whole may be called agreeing: for the page,
// and for whoever decides a step that rests on it.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { foldEvents } from '#domain/registry/fold-events.ts';
import {
  type DatumSources,
  type SourceEntry,
  sourcesOf,
  type VerificationStanding,
  verificationStanding,
} from '#domain/supervision/sources.ts';
import { verifiableFields } from '#domain/supervision/verifiable-fields.ts';
import type { Context } from '#server/http/context.ts';
import { listEvents } from '#server/registry/event.store.ts';
import { getHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { countSecondScores, type EntryRow, findKin, listEntries } from './entry.store.ts';

import { scoreMethod, verificationSetOf } from './verification-set.ts';

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
  const data = verifiableFields
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
      en:
        standing.disputed === 1
          ? '1 value is disputed and must be settled first.'
          : `${standing.disputed} values are disputed and must be settled first.`,
    };
  }
  return null;
}
