// SQL of what the things are called that acts are about: at most one statement for a page of the trail, with a part
// for each kind that stands on it. Row security shows those of the reader's area.
import { type RawBuilder, sql } from 'kysely';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';

export interface ThingName {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Day it is told apart by from others of its name. */
  readonly day: string | null;
}

interface Asked {
  readonly ids: readonly string[];
  /** Keys of most tables begin with the county. */
  readonly counties: readonly number[];
}

type Part = (asked: Asked) => RawBuilder<ThingName>;

const ofCounty = ({ ids, counties }: Asked) =>
  sql`county = any(${counties}::integer[]) and id = any(${ids}::uuid[])`;
const byId = ({ ids }: Asked) => sql`id = any(${ids}::uuid[])`;
const dayOf = (instant: string) =>
  sql`(${sql.ref(instant)} at time zone 'Asia/Shanghai')::date::text`;

const called =
  (
    table: string,
    {
      said = 'title',
      at,
      where = ofCounty,
    }: {
      readonly said?: string;
      readonly at?: string;
      readonly where?: (asked: Asked) => RawBuilder<unknown>;
    } = {},
  ): Part =>
  (asked) =>
    sql`select id, ${sql.ref(said)} as zh, ${sql.ref(said)} as en,
      ${at === undefined ? sql`null::text` : dayOf(at)} as day
      from ${sql.table(table)} where ${where(asked)}`;

/** Two capabilities have campaigns; an id is of one of them. */
const parts: Readonly<Record<string, readonly Part[]>> = {
  import: [called('exchange_import', { said: 'file_name', at: 'created_at', where: byId })],
  batch: [called('casework_batch', { said: 'account_name', at: 'created_at' })],
  glass: [called('registry_glass', { said: 'account_name', at: 'opened_at' })],
  campaign: [called('casework_campaign'), called('supervision_campaign', { where: byId })],
  list: [called('targeting_list', { where: byId })],
  meeting: [called('workforce_meeting')],
  helper: [called('workforce_helper', { said: 'name' })],
  project: [called('funds_project')],
  asset: [called('funds_asset')],
  problem: [called('monitoring_problem')],
  task: [called('monitoring_task')],
  order: [called('monitoring_order')],
  circular: [called('monitoring_circular')],
  notice: [
    (asked) =>
      sql`select id, title_zh as zh, title_en as en, null::text as day
        from publicity_notice where ${ofCounty(asked)}`,
  ],
};

export const namedKinds: readonly string[] = Object.keys(parts);

export async function nameThings(
  tx: Tx,
  idsOfKinds: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<readonly ThingName[]> {
  const asked = [...idsOfKinds].flatMap(([kind, known]) => {
    const ids = [...known];
    const counties = [...new Set(ids.map(countyOfId))];
    return (parts[kind] ?? []).map((part) => part({ ids, counties }));
  });
  if (asked.length === 0) return [];
  const { rows } = await sql<ThingName>`${sql.join(asked, sql` union all `)}`.execute(tx);
  return rows;
}
