// Invented meetings of the demonstration county with what they decided, and who answers for its villages:
// most villages have a first secretary, every township a county leader, and the rest are holes to be seen.
// Once, in an older installation too; every text says that it is invented.
import { everything } from '#domain/access/scope.ts';
import { nameGiverOf } from '#domain/demonstration/name.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { MeetingKind } from '#domain/workforce/meeting.ts';
import { forcesSetOf } from '#domain/workforce/schedule.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import {
  type AttendanceRecord,
  insertMeetings,
  insertResolutions,
  type MeetingRecord,
  type ResolutionRecord,
} from '#server/workforce/meeting.store.ts';
import { insertPostings, type PostingRecord } from '#server/workforce/organisation.store.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const meetingsMark = 'demonstration.meetings';

const invented = '（虚构）';
const units = ['县扶贫办', '县农业局', '县水利局', '县教育局', '县财政局', '思恩镇', '下南乡'];

interface InventedMeeting {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly daysAgo: number;
  /** What was decided: in words, who, and by how many days after the meeting; done or not. */
  readonly decided: readonly (readonly [string, string, number, boolean])[];
}

const inventedMeetings: readonly InventedMeeting[] = [
  {
    kind: 'headquarters',
    title: '指挥部第一次会议',
    daysAgo: 200,
    decided: [['成立十个专责小组', '县扶贫办', 10, true]],
  },
  {
    kind: 'leadingGroup',
    title: '领导小组年中会议',
    daysAgo: 92,
    decided: [
      ['各乡镇报送退出名单', '各乡镇', 30, true],
      ['核对帮扶责任人', '县扶贫办', 20, true],
    ],
  },
  {
    kind: 'study',
    title: '专题研究饮水工程',
    daysAgo: 48,
    decided: [['完成三个屯的水池验收', '县水利局', 40, false]],
  },
  {
    kind: 'joint',
    title: '第三季度联席会议',
    daysAgo: 21,
    decided: [
      ['十月底前完成秋季学期资助发放', '县教育局', 50, false],
      ['核对产业奖补名单', '县农业局', 14, false],
      ['通报走访情况', '县扶贫办', 7, true],
    ],
  },
  { kind: 'training', title: '驻村工作培训会', daysAgo: 60, decided: [] },
  { kind: 'training', title: '帮扶责任人培训会', daysAgo: 35, decided: [] },
  { kind: 'campaign', title: '“10·17”扶贫日活动筹备会', daysAgo: -10, decided: [] },
];

interface Filling {
  readonly tx: Tx;
  readonly county: number;
  readonly area: string;
  readonly today: PlainDate;
  readonly by: string;
  newId(): string;
  named(): string;
}

/** How many meetings were invented now; 0 when that was done before. */
export async function fillMeetings(
  { db, clock, packs }: Pick<Platform, 'db' | 'clock' | 'packs'>,
  { names, calibration }: Pick<DemonstrationFiles, 'names' | 'calibration'>,
): Promise<number> {
  const area = calibration.county;
  const county = countyNumberOf(area);
  if (county === undefined) return 0;
  const today = clock.today();
  const pack = packs.inForce(area, today);
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, meetingsMark)) !== undefined) return 0;
    const random = randomOf(`${calibration.seed} meetings`);
    const giver = nameGiverOf(names);
    const [people = ''] = Object.keys(names.surnames);
    const newId = () => makeId({ county, milliseconds: 1457395200000, random: random.bytes(8) });
    const named = () =>
      `${giver.surname(people, random)}${giver.given('male', 1970, random)}${invented}`;
    const filling: Filling = { tx, county, area, today, by: newId(), newId, named };
    await fillHeld(filling);
    const forces = pack === undefined ? undefined : forcesSetOf(pack);
    if (forces !== undefined) await fillForces(filling, forces.id);
    await saveSetting(tx, meetingsMark, inventedMeetings.length);
    return inventedMeetings.length;
  });
}

async function fillHeld({ tx, county, area, today, by, newId, named }: Filling): Promise<void> {
  const meetings: MeetingRecord[] = [];
  const people: AttendanceRecord[] = [];
  const resolutions: ResolutionRecord[] = [];
  for (const one of inventedMeetings) {
    const id = newId();
    const on = addDays(today, -one.daysAgo);
    const isHeld = one.daysAgo > 0;
    meetings.push({
      county,
      id,
      area_code: area,
      kind: one.kind,
      title: `${one.title}${invented}`,
      place: '县政府会议室',
      held_on: on,
      chair: named(),
      agenda: ['通报进度', '研究下一步工作'],
      minutes: isHeld ? `会议通报了进度，研究了下一步工作。演示数据，人物虚构。` : null,
      minutes_by_name: isHeld ? `县扶贫办${invented}` : null,
      minutes_on: isHeld ? on : null,
      called_by: by,
      called_by_name: `县扶贫办${invented}`,
    });
    units.forEach((unit, at) => {
      const presence = at === 4 ? 'absent' : at === 2 ? 'represented' : 'present';
      people.push({
        county,
        meeting_id: id,
        position: at + 1,
        area_code: area,
        name: named(),
        unit,
        presence: isHeld ? presence : 'invited',
      });
    });
    one.decided.forEach(([words, owner, days, isDone], at) => {
      resolutions.push({
        county,
        id: newId(),
        meeting_id: id,
        position: at + 1,
        area_code: area,
        words: `${words}${invented}`,
        owner,
        due_on: addDays(on, days),
        taken_as: null,
        taken_id: null,
        done_on: isDone ? addDays(on, days - 1) : null,
        done_words: isDone ? `按期完成${invented}` : null,
      });
    });
  }
  await insertMeetings(tx, meetings, people);
  await insertResolutions(tx, resolutions);
}

async function fillForces(
  { tx, county, area, today, by, newId, named }: Filling,
  set: string,
): Promise<void> {
  const areas = await listAreasInSpan(tx, spanOf(areaCode(area)), today);
  const holding = (place: string, post: string, duty: string): PostingRecord => ({
    county,
    id: newId(),
    area_code: place,
    staffing: set,
    post,
    holder_name: named(),
    title: '演示（虚构）',
    duty,
    from_on: '2016-01-20',
    to_on: null,
    ended_reason: null,
    entered_by: by,
  });
  const townships = areas.filter(({ level }) => level === 'township');
  const villages = areas.filter(({ level }) => level === 'village');
  await insertPostings(tx, [
    ...townships.flatMap(({ code }) => [
      holding(code, 'countyLeaders', '联系乡镇'),
      holding(code, 'townshipLeaders', '负责本乡镇'),
      holding(code, 'squadLeads', '带领分队'),
    ]),
    ...villages.flatMap(({ code }, at) => [
      ...(at % 9 === 4 ? [] : [holding(code, 'firstSecretaries', '驻村')]),
      ...(at % 3 === 0 ? [holding(code, 'cityTeams', '驻村工作')] : []),
    ]),
  ]);
}
