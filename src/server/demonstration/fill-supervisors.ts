// Invented village supervisors of the demonstration county and what they reported: most villages have one,
// some reports wait for the county, one is late, one was handed on, two are answered. Once, in an older
// installation too; every text says that it is invented.
import { everything } from '#domain/access/scope.ts';
import { nameGiverOf } from '#domain/demonstration/name.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { hashOfSlip, newSlipCode } from '#server/publicity/codes.ts';
import { insertReports, type ReportRecord } from '#server/publicity/report.store.ts';
import { saveSlip } from '#server/publicity/slip.store.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { insertSupervisors, type SupervisorRecord } from '#server/workforce/supervisor.store.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const supervisorsMark = 'demonstration.supervisors';

const invented = '（演示数据，虚构）';
const by = '县扶贫办（虚构）';

interface InventedReport {
  readonly daysAgo: number;
  readonly kind: string;
  readonly words: string;
  readonly place: string;
  readonly answer?: string;
}

const inventedReports: readonly InventedReport[] = [
  { daysAgo: 24, kind: 'project', words: '水池修好三个月了，一直没有通水', place: '屯口水池' },
  { daysAgo: 6, kind: 'roster', words: '有一户在县城买了房，还在名单上', place: '村头第二排' },
  { daysAgo: 4, kind: 'money', words: '鸡苗只发了一半，说好的是每户五十只', place: '' },
  { daysAgo: 1, kind: 'service', words: '两个月没有见过帮扶干部', place: '' },
  {
    daysAgo: 30,
    kind: 'conduct',
    words: '评议会没有开，名单就贴出来了',
    place: '村委会',
    answer: '已经查实，名单撤下，九月十二日重新开会评议',
  },
  {
    daysAgo: 40,
    kind: 'money',
    words: '危房补助到账比公示的少',
    place: '',
    answer: '已经核对，差额是第二期补助，验收后发放',
  },
];

/** How many were appointed now; 0 when that was done before. */
export async function fillSupervisors(
  platform: Pick<Platform, 'db' | 'clock' | 'secrets'>,
  { names, calibration }: Pick<DemonstrationFiles, 'names' | 'calibration'>,
): Promise<number> {
  const { db, clock, secrets } = platform;
  const today = clock.today();
  const area = calibration.county;
  const county = countyNumberOf(area);
  if (county === undefined) return 0;
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, supervisorsMark)) !== undefined) return 0;
    const random = randomOf(`${calibration.seed} supervisors`);
    const newId = () => makeId({ county, milliseconds: 1456790400000, random: random.bytes(8) });
    const giver = nameGiverOf(names);
    const [people = ''] = Object.keys(names.surnames);
    const villages = (await listAreasInSpan(tx, spanOf(area), today)).filter(
      ({ level }) => level === 'village',
    );
    const appointedBy = newId();
    const supervisors = villages
      .filter(({ code }, at) => code === huanjiangPlaces.village || at % 11 !== 5)
      .map(({ code }): SupervisorRecord => {
        const given = giver.given('female', 1965, random);
        return {
          county,
          id: newId(),
          area_code: code,
          name: `${giver.surname(people, random)}${given}（虚构）`,
          from_on: '2016-03-01',
          to_on: '2017-02-28',
          appointed_on: '2016-03-01',
          appointed_by: appointedBy,
          appointed_by_name: by,
          ended_on: null,
          ended_reason: null,
        };
      });
    await insertSupervisors(tx, supervisors);
    const seal = (text: string) => secrets.seal('publicity_report', text);
    const reports = inventedReports.flatMap((one, at) => {
      const from = supervisors[(at * 17) % supervisors.length];
      const number = String(61_000_000 + at * 7_919_113);
      return from === undefined
        ? []
        : [reportOf(one, { from, id: newId(), number, area, today, seal })];
    });
    await insertReports(tx, reports);
    // Whoever reported holds a slip; nobody knows its code, the county makes a new one at a press.
    const reporters = new Set(reports.map(({ supervisor_id }) => supervisor_id));
    for (const { id, to_on, appointed_on } of supervisors.filter((one) => reporters.has(one.id))) {
      await saveSlip(tx, {
        county,
        supervisor_id: id,
        area_code: area,
        code_hash: hashOfSlip(secrets, newSlipCode()),
        until: to_on,
        made_on: appointed_on,
        made_by: appointedBy,
      });
    }
    await saveSetting(tx, supervisorsMark, supervisors.length);
    return supervisors.length;
  });
}

interface Told {
  readonly from: SupervisorRecord;
  readonly id: string;
  readonly number: string;
  readonly area: string;
  readonly today: PlainDate;
  readonly seal: (text: string) => Buffer;
}

function reportOf(one: InventedReport, told: Told): ReportRecord {
  const { from, id, number, area, today, seal } = told;
  const filedOn = addDays(today, -one.daysAgo);
  const answeredOn = one.answer === undefined ? null : addDays(filedOn, 12);
  return {
    county: from.county,
    id,
    area_code: area,
    village: from.area_code,
    supervisor_id: from.id,
    number,
    kind: one.kind,
    words_sealed: seal(`${one.words}${invented}`),
    place_sealed: seal(one.place),
    filed_on: filedOn,
    filed_at: `${filedOn}T03:00:00.000Z`,
    due_on: addDays(filedOn, 14),
    picture: null,
    handed_to: null,
    handed_id: null,
    handed_on: null,
    handed_by_name: null,
    answer: one.answer === undefined ? null : `${one.answer}${invented}`,
    answered_on: answeredOn,
    answered_by: answeredOn === null ? null : from.appointed_by,
    answered_by_name: answeredOn === null ? null : by,
  };
}
