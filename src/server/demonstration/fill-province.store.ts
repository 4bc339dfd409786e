// SQL of the bench's province. Chance is a hash of the household's running number, so that every run
// makes the same rows; a hidden measure of means, as in the demonstration county, leans on all of them.
import { once } from 'node:events';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { countLines } from '#server/registry/count-lines.store.ts';

export interface ProvinceSlot {
  readonly village: string;
  readonly serial: number;
  readonly members: number;
}

const pieceLength = 1 << 18;

export async function listProvinceVillages(
  client: ClientBase,
  province: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ code: string }>(
    `select distinct code from registry_area
     where starts_with(code, $1) and level = 'village' order by code`,
    [province],
  );
  return rows.map((row) => row.code);
}

export async function stageProvinceSlots(
  client: ClientBase,
  slots: Iterable<ProvinceSlot>,
): Promise<void> {
  // The owner of a server's tables is bound by their policies too.
  await client.query(
    `set app.low = ''; set app.high = ':'; set app.spans = ''; set app.households = '';
     create temporary table slot (number bigint generated always as identity, village text
       collate "C", serial integer, members smallint)`,
  );
  const stream = client.query(copyFrom('copy slot (village, serial, members) from stdin'));
  let piece = '';
  for (const { village, serial, members } of slots) {
    piece += `${village}\t${serial}\t${members}\n`;
    if (piece.length < pieceLength) continue;
    if (!stream.write(piece)) await once(stream, 'drain');
    piece = '';
  }
  stream.end(piece);
  await once(stream, 'finish');
}

/** Takes the plain indexes of tables off for some work, and puts the same ones back. */
export async function withoutIndexes(
  client: ClientBase,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid::regclass::text = any($1)
       and indexrelid not in (select conindid from pg_constraint where conindid <> 0)`,
    [tables],
  );
  await client.query('begin');
  try {
    for (const { name } of rows) await client.query(`drop index ${name}`);
    await work();
    for (const { definition } of rows) await client.query(definition);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  for (const table of tables) await client.query(`analyze ${table}`);
}

/** 0 to 1, different for each household and each purpose; float8, for numeric takes ten times as long. */
function chance(purpose: number): string {
  return `((hashint8extended(s.number, ${purpose}) & 65535) / 65536.0::float8)`;
}

/** Near a standard normal: the sum of twelve chances less six is one; four do well enough here. */
function spread(purpose: number): string {
  const sum = [0, 1, 2, 3].map((step) => chance(purpose * 100 + step)).join(' + ');
  return `((${sum} - 2.0) * 1.73)`;
}

/** The ethnic group of a member, told alike when the household is made and when its persons are. */
function groupOf(position: string): string {
  const chance = `((hashint8extended(s.number * 16 + ${position}, 3) & 65535) / 65536.0::float8)`;
  return `(array['HAN', 'ZHUANG', 'ZHUANG', 'YAO', 'MIAO'])[1 + floor(${chance} * 5)::int]`;
}

const uuid = (county: string, number: string, kind: string) =>
  `(lpad(to_hex(${county}), 6, '0') || '00-0000-8' || '${kind}' || '00-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

export async function insertProvinceHouseholds(client: ClientBase): Promise<void> {
  const rank = (purpose: number) => `(m.means + 0.6 * ${spread(purpose)})`;
  const level = (purpose: number, bounds: readonly number[]) =>
    `(${bounds.map((bound) => `(${rank(purpose)} > ${bound})::int`).join(' + ')})::smallint`;
  const yes = (purpose: number, share: number) => `(${chance(purpose)} < ${share})::int::smallint`;
  const items: Record<number, string> = {
    1: level(1, [-0.45, 1.2]),
    2: `(1 + ${level(2, [0.3, 1.6])})::smallint`,
    3: yes(3, 0.01),
    4: level(4, [-0.5, 0.7, 2]),
    5: level(5, [-0.4, 0.9, 2.2]),
    6: `greatest(0, least(9, round(3 + 1.6 * ${rank(6)})))::smallint`,
    7: level(7, [-0.7, 0.9]),
    8: yes(8, 0.01),
    9: yes(9, 0.01),
    10: yes(10, 0.01),
    11: yes(11, 0.003),
    12: yes(12, 0.005),
    13: `greatest(0, round(3 + 2.6 * ${rank(13)}))::smallint`,
    14: `greatest(0, round(${rank(14)}))::smallint`,
    15: `floor(${chance(15)} * 25)::smallint`,
    20: level(20, [-1.5, -0.5, 0.6]),
    21: `floor(${chance(21)} * 4)::smallint`,
    22: level(22, [-1.2, -0.3, 0.4]),
    24: 's.members',
    26: level(26, [-0.8, 0.2]),
    27: level(27, [-1, -0.1]),
  };
  const slots = Array.from({ length: 39 }, (_, index) => index + 1);
  const columns = slots.map((slot) => `item_${String(slot).padStart(2, '0')}`).join(', ');
  const values = slots.map((slot) => items[slot] ?? yes(slot + 200, 0.6)).join(',\n      ');
  const pickFrom = (list: readonly string[], index: string) =>
    `(array[${list.map((each) => `'${each}'`).join(', ')}])[1 + ${index}]`;
  const anyOf = (list: readonly string[], purpose: number) =>
    pickFrom(list, `floor(${chance(purpose)} * ${list.length})::int`);
  await client.query(`
    insert into registry_household (county, id, household_no, area_code, stage, standard, attribute,
      poverty_status, primary_cause, surveyed_on, listed_on, house_area, house_structure,
      house_built_year, house_grade, relocation, arable_land, irrigated_land, forest_land,
      returned_forest_land, orchard_land, grassland, water_surface, in_mutual_fund, in_cooperative,
      electricity, fuel, drinking_water, water_safe, sanitary_toilet, television, road_surface,
      road_distance, military_family, head_name, head_key, head_pinyin, head_initials, members,
      labourers, migrant_workers, students, chronically_ill, severely_ill, disabled, elderly, children,
      dibao_members, ethnic_makeup, income_year, income_per_head_fen, ${columns})
    select m.county, ${uuid('m.county', 's.number', '0')}, s.village || 'P' || lpad(s.serial::text, 5, '0'),
      s.village, 'LISTED', 'NATIONAL', ${anyOf(['GENERAL', 'GENERAL', 'GENERAL', 'DIBAO_POOR', 'DIBAO'], 31)},
      'POOR', ${anyOf(['CAPITAL', 'CAPITAL', 'SKILLS', 'SKILLS', 'ILLNESS', 'ILLNESS', 'SCHOOLING', 'LABOUR', 'TRANSPORT', 'LAND', 'DISABILITY'], 32)},
      date '2015-10-20' + (${chance(33)} * 45)::int, date '2016-01-12' + (${chance(34)} * 9)::int,
      round((24 * exp(0.34 * m.means + 0.3 * ${spread(35)}) * greatest(2, s.members))::numeric)::float8,
      ${pickFrom(['EARTH', 'TIMBER', 'BRICK_TIMBER', 'BRICK_CONCRETE', 'FRAME'], level(36, [-1.35, -0.8, 0.2, 1.9]))},
      1970 + (${chance(37)} * 45)::int, ${pickFrom(['D', 'C', 'B', 'A'], level(38, [-1.6, -0.9, 0.2]))}, 'NONE',
      round((s.members * (0.4 + 1.1 * ${chance(39)}))::numeric, 1)::float8,
      round((s.members * 0.6 * ${chance(39)})::numeric, 1)::float8,
      round((14 * ${chance(40)})::numeric, 1)::float8, 0, round((6 * ${chance(41)})::numeric, 1)::float8, 0, 0,
      ${chance(42)} < 0.06, ${chance(43)} < 0.3, ${anyOf(['GRID', 'GRID', 'GRID', 'THREE_PHASE'], 44)},
      ${anyOf(['WOOD', 'WOOD', 'CLEAN'], 45)}, ${pickFrom(['POND', 'CISTERN', 'SPRING', 'WELL', 'TAP'], level(46, [-1.6, -1, -0.5, 0]))},
      ${rank(47)} > -0.6, ${rank(48)} > -0.1, ${rank(49)} > -1.7,
      ${pickFrom(['EARTH', 'GRAVEL', 'CONCRETE', 'ASPHALT'], level(50, [-1.1, -0.1, 2.2]))},
      round((4 * ${chance(51)})::numeric, 1)::float8, ${chance(52)} < 0.01,
      n.surname || n.given, n.surname || n.given, n.surname_key || n.given_key,
      left(n.surname_key, 1) || left(n.given_key, 1), s.members,
      least(s.members, 1 + floor(${chance(53)} * 3)::int), floor(${chance(54)} * 2)::int,
      floor(${chance(55)} * 2)::int,
      (${chance(56)} < 0.25)::int, (${chance(57)} < 0.08)::int, (${chance(58)} < 0.1)::int,
      (${chance(59)} < 0.4)::int, least(s.members - 1, floor(${chance(60)} * 3)::int), (${chance(61)} < 0.3)::int,
      (select string_agg(code || ':' || persons, ',' order by code)
        from (select ${groupOf('p.position')} collate "C" as code, count(*) as persons
          from generate_series(1, s.members) as p (position) group by 1) as member),
      2015, (215000 * exp(0.45 * ${spread(62)} + 0.2 * m.means))::bigint,
      ${values}
    from slot s
    cross join lateral (select left(s.village, 6)::integer as county, -0.6 + 0.6 * ${spread(99)} as means offset 0) m
    cross join lateral (select ${anyOf(['马', '王', '李', '张', '韦', '黄', '覃', '莫'], 63)} as surname,
      ${anyOf(['ma', 'wang', 'li', 'zhang', 'wei', 'huang', 'qin', 'mo'], 63)} as surname_key,
      ${anyOf(['福生', '秀英', '志强', '建国', '美莲', '小燕', '文明', '桂花', '海林', '春梅'], 64)} as given,
      ${anyOf(['fusheng', 'xiuying', 'zhiqiang', 'jianguo', 'meilian', 'xiaoyan', 'wenming', 'guihua', 'hailin', 'chunmei'], 64)} as given_key) n
    order by m.county, s.number`);
}

export async function insertProvincePersons(client: ClientBase): Promise<void> {
  const chanceOf = (purpose: number) =>
    `((hashint8extended(s.number * 16 + p.position, ${purpose}) & 65535) / 65536.0::float8)`;
  await client.query(`
    insert into registry_person (county, id, household_id, area_code, position, name, name_key, sex,
      birth_date, relation, ethnicity, education, school_stage, health, labour, dibao,
      medical_insurance, pension_insurance)
    select c.county, ${uuid('c.county', '(s.number * 16 + p.position)', '1')},
      ${uuid('c.county', 's.number', '0')}, s.village, p.position,
      n.name, n.name, case when ${chanceOf(1)} < 0.52 then 'MALE' else 'FEMALE' end,
      date '2016-09-30' - (${chanceOf(2)} * 29000)::int,
      case p.position when 1 then 'HEAD' when 2 then 'SPOUSE' else 'SON' end,
      ${groupOf('p.position')},
      (array['ILLITERATE', 'PRIMARY', 'JUNIOR', 'JUNIOR', 'SENIOR'])[1 + floor(${chanceOf(4)} * 5)::int],
      'NOT_IN_SCHOOL', array[case when ${chanceOf(5)} < 0.1 then 'CHRONIC' else 'HEALTHY' end],
      case when ${chanceOf(6)} < 0.6 then 'NORMAL' else 'NONE' end, ${chanceOf(7)} < 0.2, true,
      ${chanceOf(8)} < 0.7
    from slot s
    cross join lateral (select left(s.village, 6)::integer as county) c
    cross join lateral generate_series(1, s.members) as p (position)
    cross join lateral (select
      (array['马', '王', '李', '张', '韦', '黄', '覃', '莫'])[1 + floor(${chanceOf(9)} * 8)::int] ||
      (array['福', '秀', '志', '建', '美', '小', '文', '桂', '海', '春'])[1 + floor(${chanceOf(10)} * 10)::int] ||
      (array['生', '英', '强', '国', '莲', '燕', '明', '花', '林', '梅'])[1 + floor(${chanceOf(11)} * 10)::int] as name) n`);
}

/** Kept counts of what was made, by the one text that says what is counted. */
export async function addProvinceCounts(tx: Tx, province: AreaCode): Promise<void> {
  const { low, high } = spanOf(province);
  const inside = sql`area_code >= ${low} and area_code < ${high}`;
  await sql`insert into registry_count_delta (area_code, metric, key, households, persons)
    ${countLines(
      sql`(select * from registry_household where ${inside} and strpos(household_no, 'P') > 0)`,
      sql`(select * from registry_person where ${inside})`,
    )}`.execute(tx);
}
