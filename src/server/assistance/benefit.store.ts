// All SQL of what reached people: benefits, each once, and the acts that brought them where they are.
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { markVillages } from '#server/kernel/changed-village.store.ts';
import { markPlaceOf } from './help-mark.store.ts';

export interface BenefitKey {
  readonly county: number;
  readonly id: string;
}

export interface BenefitRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly line: string | null;
  readonly list_id: string | null;
  readonly code: string;
  readonly benefit: string | null;
  readonly kind: string;
  readonly title: string;
  readonly year: number;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly promised_fen: number | null;
  readonly promised_on: string;
  readonly state: string;
  readonly stage: string | null;
  readonly delivered_on: string | null;
  readonly delivered_fen: number | null;
  readonly deliverer: string;
  readonly left_out_reason: string;
  readonly answered_on: string | null;
  readonly field: string | null;
  readonly result: string | null;
  readonly details: unknown;
  readonly recorded_at: string;
}

export interface NamedBenefit extends BenefitRecord {
  readonly head_name: string | null;
}

export interface StepRecord {
  readonly county: number;
  readonly id: string;
  readonly benefit_id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly act: string;
  readonly stage: string | null;
  readonly on_day: string;
  readonly words: string;
  readonly account: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

export async function insertBenefit(tx: Tx, benefit: BenefitRecord): Promise<void> {
  await tx
    .insertInto('assistance_benefit')
    .values({ ...benefit, details: JSON.stringify(benefit.details) })
    .execute();
  await markVillages(tx, [benefit.area_code]);
}

/** The same thing, of the same year, recorded before for the same household and person. */
export async function findSame(
  tx: Tx,
  one: Pick<
    BenefitRecord,
    'county' | 'household_id' | 'person_id' | 'code' | 'benefit' | 'year' | 'title'
  >,
): Promise<BenefitRecord | undefined> {
  return tx
    .selectFrom('assistance_benefit')
    .selectAll()
    .where('county', '=', one.county)
    .where('household_id', '=', one.household_id)
    .where('person_id', 'is not distinct from', one.person_id)
    .where('code', '=', one.code)
    .where('benefit', 'is not distinct from', one.benefit)
    .where('year', '=', one.year)
    .where('title', '=', one.title)
    .where('state', '<>', 'leftOut')
    .executeTakeFirst();
}

export async function findBenefit(
  tx: Tx,
  { county, id }: BenefitKey,
  lock: 'shown' | 'locked' = 'shown',
): Promise<BenefitRecord | undefined> {
  const query = tx
    .selectFrom('assistance_benefit')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function updateBenefit(
  tx: Tx,
  { county, id }: BenefitKey,
  columns: Partial<Omit<BenefitRecord, 'county' | 'id' | 'details'>>,
): Promise<void> {
  await tx
    .updateTable('assistance_benefit')
    .set(columns)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
  await markPlaceOf(tx, 'benefit', { county, id });
}

export async function insertSteps(tx: Tx, steps: readonly StepRecord[]): Promise<void> {
  if (steps.length === 0) return;
  await tx
    .insertInto('assistance_step')
    .values(steps.map((one) => ({ ...one })))
    .execute();
}

export async function listSteps(
  tx: Tx,
  county: number,
  benefits: readonly string[],
): Promise<readonly StepRecord[]> {
  if (benefits.length === 0) return [];
  return tx
    .selectFrom('assistance_step')
    .selectAll()
    .where('county', '=', county)
    .where('benefit_id', 'in', [...benefits])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

export async function listBenefitsOf(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<readonly NamedBenefit[]> {
  return named(tx)
    .where('b.county', '=', county)
    .where('b.household_id', '=', id)
    .where('b.state', '<>', 'leftOut')
    .orderBy('b.promised_on', 'desc')
    .orderBy('b.id')
    .execute();
}

export async function listDisputed(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly NamedBenefit[]> {
  const { span, after, limit } = asked;
  let query = named(tx)
    .where('b.state', '=', 'disputed')
    .where('b.area_code', '>=', span.low)
    .where('b.area_code', '<', span.high);
  if (after !== undefined) {
    query = query.where((eb) =>
      eb(eb.refTuple('b.answered_on', 'b.id'), '>', eb.tuple(after[0], after[1])),
    );
  }
  return query.orderBy('b.answered_on').orderBy('b.id').limit(limit).execute();
}

export async function countDisputed(tx: Tx, span: AreaSpan): Promise<number> {
  const { count } = await tx
    .selectFrom('assistance_benefit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'disputed')
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function named(tx: Tx) {
  return tx
    .selectFrom('assistance_benefit as b')
    .innerJoin('registry_household as h', (join) =>
      join.onRef('h.county', '=', 'b.county').onRef('h.id', '=', 'b.household_id'),
    )
    .selectAll('b')
    .select('h.head_name');
}
