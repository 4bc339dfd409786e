// The demonstration county with everything its first start fills, on a clock that stands ten years later, and in it
// no day that contradicts another: nothing invented bears a day to come, nothing comes before what it follows,
// nobody judges what they did themselves.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { Calibration } from '#domain/demonstration/calibration.ts';
import { areaCode, levelOf, parentOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import {
  ensureDemonstrationAccounts,
  huanjiangPlaces as places,
} from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import type { Clock } from '#server/platform.ts';
import { anApp } from '#tests/world/app.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { onItsDay } from './demonstration-clock.ts';
import { demonstrations, filesOf } from './demonstrations.ts';
import { fillDemonstration } from './fill-demonstration.ts';
import { fillSteps, hasOpenSteps } from './fill-steps.ts';
import { areasOf } from './generate.ts';

const app = await anApp({ empty: true });
const { platform, owner } = app;
const demonstration = demonstrations.huanjiang;
const files = filesOf(demonstration);

/** Three townships in which people sign in, some villages of each, a twentieth of the households. */
const townships = ['451226100', places.township, places.supervised];
const villagesOfEach = 7;
const calibration = aTwentieth(files.calibration);

function aTwentieth({ published, invented, ...rest }: Calibration): Calibration {
  const some = (number: number) => Math.round(number / 20);
  const sums = <Sum extends { households: number; persons?: number | undefined }>(
    sum: Sum,
  ): Sum => ({
    ...sum,
    households: some(sum.households),
    ...(sum.persons === undefined ? {} : { persons: some(sum.persons) }),
  });
  return {
    ...rest,
    published: {
      surveyedHouseholds: some(published.surveyedHouseholds),
      registeredHouseholds: some(published.registeredHouseholds),
      registeredPersons: some(published.registeredPersons),
      batches: published.batches.map(sums),
      funnel: published.funnel.map(sums),
    },
    invented: {
      ...invented,
      unbatchedPersons: some(invented.unbatchedPersons),
      bunchedHouseholds: some(invented.bunchedHouseholds),
      townships: invented.townships.filter(({ code }) => townships.includes(code)),
    },
  };
}

async function insertAreas(): Promise<void> {
  const { villages, nameOf } = await areasOf(calibration.county, files);
  const own = townships.flatMap((township) =>
    villages
      .filter(({ code }) => code.startsWith(township))
      .toSorted(
        ({ code }, other) =>
          Number(other.code === places.village) - Number(code === places.village),
      )
      .slice(0, villagesOfEach)
      .map(({ code }) => code),
  );
  const above = ['45', '4512', calibration.county, '451225', ...townships].map(areaCode);
  const rows = [...above, ...own].map((code) => ({
    code,
    name: nameOf(code),
    parent: parentOf(code) ?? '',
    level: levelOf(code),
    full_name: nameOf(code),
    source: 'test',
  }));
  await inScope(platform.db, everything, (tx) =>
    tx.insertInto('registry_area').values(rows).execute(),
  );
}

const now = () => new Date().toISOString();
const machine: Clock = { now, recordedAt: now, today: () => plainDate('2016-09-30') };

beforeAll(async () => {
  Object.assign(platform, { clock: onItsDay(machine) });
  await installForPlace(platform, 'huanjiang-2016');
  await insertAreas();
  await fillDemonstration({ db: platform.db, secrets: platform.secrets, ...files, calibration });
  await platform.reloadSettings();
  await ensureDemonstrationAccounts(platform, {
    places,
    password: 'agreement-2016',
    isPasswordGiven: true,
  });
  await fillSteps(platform, demonstration);
  await app.runJobs();
}, 300_000);

/** What is the machine’s own, and days that people plan for. */
const ofTheMachine =
  /^(access|audit|jobs)_|^kernel_(migration|setting)$|_mark$|^policy_pack$|^registry_area/;
const toCome =
  /^(due_.*|.*_until|until_.*|hangs_until|to_on|.*_to|last_day|takes_effect|mend_by|expires_at|reached_until)$/;
/** A meeting is called beforehand; who is away without an end is away for good. */
const planned = /^(workforce_meeting\.held_on|workforce_count.*\.away_from)$/;

function before(table: string, key: string, day: string, order: string): string {
  return `select * from (select *, lag(${day}) over (partition by county, ${key} order by ${order}) as earlier
    from ${table}) as t where ${day} < earlier`;
}

function dayOf(instant: string): string {
  return `(${instant} at time zone 'Asia/Shanghai')::date`;
}

/** Each asks for the rows in which it is not so. */
const contradictions: Readonly<Record<string, string>> = {
  'a household signs in as one of its members': `select username from access_account a
      where role = 'household' and not exists (select from registry_person p
        where p.household_id = any(a.households) and p.name = a.display_name and p.left_on is null)`,
  'nobody joins a household before being born, or leaves it before joining': `select id from registry_person
      where joined_on < birth_date or left_on < coalesce(joined_on, birth_date)`,
  'children learn by their age': `select id from registry_person where
      school_stage = 'PRIMARY' and birth_date not between date '2016-09-30' - interval '13 years'
        and date '2016-09-30' - interval '5 years'
      or school_stage like 'UNIVERSITY%' and birth_date > date '2016-09-30' - interval '17 years'`,
  'nobody under sixteen works away': `select id from registry_person
      where work_place is not null and birth_date > date '2016-09-30' - interval '16 years'`,
  'events of a household are recorded in the order of its versions': before(
    'registry_event',
    'household_id',
    'recorded_at',
    'version',
  ),
  'nothing is recorded before it is so': `select id from registry_event
      where ${dayOf('recorded_at')} < true_from`,
  'a household is listed after its survey, and exits after that': `select id from registry_household
      where listed_on < surveyed_on or exited_on < listed_on`,
  'acts of a case come in the order of their days': before(
    'casework_act',
    'case_id',
    'true_on',
    'position',
  ),
  'acts of a case are recorded in their order': before(
    'casework_act',
    'case_id',
    'recorded_at',
    'position',
  ),
  'nobody reviews or decides what they decided earlier in the case': `
      select later.case_id from casework_act later
      join casework_act earlier using (county, case_id)
      where later.kind = 'decide' and earlier.kind = 'decide' and not earlier.is_typed
        and later.position > earlier.position and later.account = earlier.account
        and later.step in ('townshipReview', 'countyReview', 'countyDecision', 'countyApproval', 'reassessment', 'townshipCheck')
        and earlier.step <> later.step
        and not exists (select from casework_act between_them
          where between_them.county = later.county and between_them.case_id = later.case_id
            and between_them.kind = 'decide' and between_them.step = earlier.step
            and between_them.position > earlier.position
            and between_them.position < later.position)`,
  'a notice is posted on its first day and ends after that': `select id from publicity_notice
      where last_day < first_day or ${dayOf('posted_at')} <> first_day`,
  'objections are raised while the notice hangs and answered afterwards': `select o.id
      from publicity_objection o join publicity_notice n on n.county = o.county and n.id = o.notice_id
      where o.filed_on not between n.first_day and n.last_day or o.answered_on < o.filed_on`,
  'assessments are made between the draw and the end of their round': `select r.id
      from supervision_rating r join supervision_campaign c on c.id = r.campaign_id
      where r.scored_on < c.drawn_on or r.scored_on > c.closed_on`,
  'leads are decided after they were opened': `select id from targeting_lead
      where decided_on < opened_on`,
  'nobody visits before being paired': `select v.id from workforce_visit v
      where not exists (select from workforce_pairing p where p.household_id = v.household_id
        and p.helper_id = v.helper_id and p.from_on <= v.visited_on
        and (p.to_on is null or p.to_on >= v.visited_on))`,
  'nobody visits while on leave, before coming or after leaving': `select v.id from workforce_visit v
      join workforce_helper h on h.county = v.county and h.id = v.helper_id
      where v.visited_on between h.away_from and coalesce(h.away_to, v.visited_on)
        or v.visited_on < h.joined_on or v.visited_on > h.left_on`,
  'plans are approved by others than wrote them, after they were handed in': `select id
      from assistance_plan where decided_by = made_by or submitted_at < made_at
        or decided_at < submitted_at`,
  'what was promised comes before it is delivered, and is answered after that': `select id
      from assistance_benefit where delivered_on < promised_on or answered_on < delivered_on`,
  'lists are approved by others than drew them up, before they are paid': `select p.id
      from funds_payment p join funds_list l on l.county = p.county and l.id = p.list_id
      where p.paid_on is not null and (p.paid_on < ${dayOf('l.created_at')}
        or jsonb_array_length(l.approvals) < l.approvals_needed
        or exists (select from jsonb_array_elements(l.approvals) a
          where a ->> 'account' = l.author::text
            or p.paid_on < ${dayOf("(a ->> 'at')::timestamptz")}))`,
  'orders of money are approved by others than entered them': `select id from funds_order o
      where state = 'posted' and jsonb_array_length(approvals) < approvals_needed
        and approvals_needed > 0 and approvals <> '[]'
        or exists (select from jsonb_array_elements(o.approvals) a where a ->> 'account' = o.author::text)`,
  'acts of a loan come in the order of their days': before(
    'funds_loan_act',
    'loan_id',
    'true_on',
    'position',
  ),
  'credit is graded before a loan is asked for, and a loan is due after it was lent': `select l.id
      from funds_loan l where l.lent_on < l.asked_on or l.due_on < l.lent_on or l.state = 'lent'
        and not exists (select from funds_loan_grade g where g.household_id = l.household_id
          and g.graded_on <= l.asked_on)`,
  'acts of a project come in the order of their days': before(
    'funds_project_act',
    'project_id',
    'done_on',
    'position',
  ),
  'a project is reviewed by one and approved by another, neither of whom applied': `select a.project_id
      from funds_project_act a join funds_project_act b using (county, project_id, account)
      where a.kind in ('review', 'approve') and b.kind in ('enter', 'apply', 'review') and a.kind <> b.kind`,
  'an asset is there before anything happens to it': `select a.asset_id from funds_asset_act a
      join funds_asset s on s.county = a.county and s.id = a.asset_id where a.done_on < s.formed_on`,
  'problems are mended after they were assigned and closed after that': `select id
      from monitoring_problem where assigned_on < registered_on or mended_on < assigned_on
        or closed_on < mended_on`,
  'orders are reported after they were received, and closed after that': `select id
      from monitoring_order_part where received_on < issued_on or reported_on < received_on
        or done_on < reported_on`,
  'postings, ties and cells end after they began': `
      select id from workforce_posting where to_on < from_on
      union all select id from workforce_tie where to_on < from_on
      union all select id from workforce_cell where to_on < from_on or patrolled_on < from_on`,
  'nothing of a bulletin is signed by one person, nor before it was made': `select id
      from insight_bulletin where second_by = first_by or first_at < made_at or second_at < first_at`,
};

describe('the days of the demonstration', () => {
  test('nothing that happened bears a day after its own', async () => {
    const { rows: columns } = await owner.query(
      `select table_name, column_name from information_schema.columns
       join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE'
         and (data_type = 'date' or data_type like 'timestamp%') order by 1, 2`,
    );
    const late: string[] = [];
    let told = 0;
    for (const { table_name: table, column_name: column } of columns) {
      if (ofTheMachine.test(table) || toCome.test(column)) continue;
      if (planned.test(`${table}.${column}`)) continue;
      const { rows } = await owner.query(
        `select count(*)::integer as told, max(${column})::text as last from "${table}"`,
      );
      told += rows[0].told > 0 ? 1 : 0;
      if (rows[0].last >= '2016-10-01') late.push(`${table}.${column} ${rows[0].last}`);
    }
    expect(late).toEqual([]);
    expect(told).toBeGreaterThan(150);
  });

  test('the audit trail says when its rows were written', async () => {
    const { rows } = await owner.query(`select min(at)::text as first from audit_entry`);
    expect(rows[0].first > machine.today()).toBe(true);
    expect(rows[0].first.slice(0, 4)).toBe(now().slice(0, 4));
  });

  test('every step was filled', async () => {
    expect(await hasOpenSteps(platform.db, 'huanjiang')).toBe(false);
  });

  for (const [sentence, sql] of Object.entries(contradictions)) {
    test(sentence, async () => {
      const { rows } = await owner.query(`${sql} limit 3`);
      expect(rows).toEqual([]);
    });
  }
});
