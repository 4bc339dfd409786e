// Invented notices of the demonstration county: for whatever cases stand at a notice nobody posted, one
// that is over, and an objection to one that hangs. Posted by the same use case as any other, by offices
// that are marked as invented. Done once, in an older installation too.
import type { Actor } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/permission.ts';
import { everything } from '#domain/access/scope.ts';
import { rolesFor } from '#domain/casework/who-acts.ts';
import { type AreaCode, areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { findRules } from '#server/casework/load-case.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { fileObjection } from '#server/publicity/file-objection.ts';
import { findNotice } from '#server/publicity/notice.store.ts';
import { postNotice } from '#server/publicity/post-notice.ts';
import { noticeArea } from '#server/publicity/public-household.ts';
import {
  listWaitingCases,
  listWaitingGroups,
  type WaitingGroup,
} from '#server/publicity/waiting.store.ts';
import { contextFor } from './act-as.ts';

export const noticesMark = 'demonstration.notices';

/** As many as show a list of every kind; the others wait to be posted. */
const noticesMost = 8;
const overSinceDays = 9;
const invented = '演示数据，人物虚构。';

/** How many were posted now; 0 when that was done before. */
export async function fillNotices(platform: Platform, county: AreaCode): Promise<number> {
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, noticesMark)) !== undefined) return 0;
    const today = platform.clock.today();
    const posted: string[] = [];
    for (const place of await placesToPost(platform, tx, county)) {
      if (posted.length === noticesMost) break;
      // The second one hung in the weeks before, as far as its cases stood there already.
      const since = posted.length === 1 ? addDays(today, -overSinceDays) : today;
      const id = await postAt(
        contextOf(platform, { tx, county, today: since, place }),
        place,
        since,
      );
      if (id !== undefined) posted.push(id);
    }
    await objectTo(contextOf(platform, { tx, county, today, place: undefined }), county, posted);
    await saveSetting(tx, noticesMark, posted.length);
    return posted.length;
  });
}

interface PlaceToPost {
  readonly area: AreaCode;
  readonly process: string;
  readonly step: string;
  readonly role: Role;
}

async function placesToPost(
  platform: Platform,
  tx: Tx,
  county: AreaCode,
): Promise<readonly PlaceToPost[]> {
  const places = new Map<string, PlaceToPost>();
  for (const group of await listWaitingGroups(tx, spanOf(county))) {
    const place = placeOf(platform, group);
    if (place !== undefined) places.set(`${place.area} ${place.process} ${place.step}`, place);
  }
  return [...places.values()];
}

/** Only notices: an announcement would end cases that stand there to be seen. */
function placeOf(platform: Platform, group: WaitingGroup): PlaceToPost | undefined {
  const rules = findRules({ platform } as Context, group)?.rules;
  const step = rules?.steps.find(({ id }) => id === group.step);
  const role = step?.actors.flatMap(rolesFor)[0];
  if (step?.kind !== 'notice' || role === undefined) return undefined;
  const area = noticeArea(group.village, step.level);
  return { area, process: group.process, step: step.id, role };
}

async function postAt(
  context: Context,
  { area, process, step }: PlaceToPost,
  since: PlainDate,
): Promise<string | undefined> {
  const { tx } = context;
  const waiting = await listWaitingCases(tx, { span: spanOf(area), process, step, limit: 40 });
  const cases = waiting.filter((one) => one.step_since <= since && one.pack === waiting[0]?.pack);
  if (cases.length === 0) return undefined;
  const { id } = await postNotice(context, {
    params: undefined,
    query: undefined,
    body: {
      cases: cases.map((one) => one.id),
      place: '村委会公示栏',
      office: '演示单位',
      remark: invented,
      objectionPhone: '0778-0000000',
      supervisionPhone: '12317',
    },
  });
  return id;
}

async function objectTo(
  context: Context,
  county: AreaCode,
  posted: readonly string[],
): Promise<void> {
  const [first] = posted;
  if (first === undefined) return;
  const notice = await findNotice(context.tx, { county: Number(county), id: first });
  if (notice === undefined) return;
  const text = `第1号户去年新买了农用车，请核实。${invented}`;
  await fileObjection(
    context,
    notice,
    { line: 1, text, name: '演示群众', phone: '13900000000' },
    { channel: 'page', takenBy: null },
  );
}

function contextOf(
  platform: Platform,
  {
    tx,
    county,
    today,
    place,
  }: {
    readonly tx: Tx;
    readonly county: AreaCode;
    readonly today: PlainDate;
    readonly place: PlaceToPost | undefined;
  },
): Context {
  const area = place?.area ?? county;
  const actor: Actor = {
    account: platform.newId(Number(county)),
    username: '',
    displayName: '演示单位',
    title: '',
    role: place?.role ?? 'county',
    area,
    areas: [area],
    households: null,
    language: 'zh',
  };
  const own = { actor, scope: everything, area: areaCode(area), may: () => true };
  const context = contextFor(platform, tx, own);
  return { ...context, today, now: `${today}${context.now.slice(10)}` };
}
