// Notices of projects and of money: drafted and posted by the same function, kept like those of households, with
// a public copy that expires by itself.
import type {
  draftMoneyNotice,
  listProjectNotices,
  MoneyDraft,
  postMoneyNotice,
  takeDownMoneyNotice,
} from '#contract/publicity-money.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type AreaCode, areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { deny } from '#domain/kernel/deny.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { daysBetween, type PlainDate, parsePlainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { NoticeContent, NoticeTexts } from '#domain/publicity/compile-notice.ts';
import { compileMoneyNotice, screenRows } from '#domain/publicity/money-notice.ts';
import { lastDayOf } from '#domain/publicity/notice-state.ts';
import { noSuchNotice, sensitiveText, tooLong, tooShort } from '#domain/publicity/refusals.ts';
import { sensitiveTitles } from '#domain/publicity/sensitive-kind.ts';
import { fundWordsHere } from '#server/funds/fund-words.ts';
import type { Context } from '#server/http/context.ts';
import { filled, keepOutput } from '#server/kernel/count-output.ts';
import { hashOfContent, newNoticeCode } from './codes.ts';
import { refuseOddPhones, refuseSensitive } from './compile.ts';
import { type NoticeRows, rowsFor } from './money-rows.ts';
import {
  findNotice,
  insertNotice,
  lastContentOf,
  listMoneyNotices,
  withdrawNotice,
} from './notice.store.ts';
import { longestDays } from './post-notice.ts';
import { areaNames, textParameter } from './public-household.ts';

const daysParameter = 'fundNoticeDays';
/** Where no rule says how long. */
const usualDays = 7;

function daysOf(pack: ResolvedPack | undefined): { days: number; daysVerified: boolean } {
  const found = pack?.scope.parameters.get(daysParameter);
  const days = typeof found?.value === 'number' ? found.value : usualDays;
  return { days, daysVerified: found?.verified === true };
}

type Topic = MoneyDraft['topic'];

function termOf(days: number): Bilingual {
  return { zh: `${days} 天`, en: `${days} days` };
}

function compile(
  context: Context,
  {
    area,
    name,
    rows,
  }: { readonly area: AreaCode; readonly name: string; readonly rows: NoticeRows },
  said: {
    readonly topic: Topic;
    readonly texts: NoticeTexts;
    readonly days: number;
    readonly lastDay: PlainDate;
    readonly objectionPhone: string;
    readonly supervisionPhone: string;
  },
): NoticeContent {
  const { pack } = fundWordsHere(context, area);
  const rules: Bilingual =
    pack === undefined
      ? { zh: '', en: '' }
      : { zh: `${pack.title.zh} ${pack.edition}`, en: `${pack.title.en} ${pack.edition}` };
  const { days, ...rest } = said;
  return compileMoneyNotice({
    ...rest,
    term: termOf(days),
    rows: rows.rows,
    area: name,
    rules,
    firstDay: context.today,
  });
}

export async function draftOfMoney(
  context: Context,
  { query }: InputOf<typeof draftMoneyNotice>,
): Promise<MoneyDraft> {
  const { tx, today } = context;
  const asked = { ...query, area: areaCode(query.area), project: query.project ?? null };
  const rows = await rowsFor(context, asked);
  const { area } = rows;
  const { pack } = fundWordsHere(context, area);
  const { days, daysVerified } = daysOf(pack);
  const least = lastDayOf(today, days);
  const nameOf = await areaNames(tx, [area], today);
  const name = nameOf(area);
  const before = await lastContentOf(tx, area);
  const known = before === undefined ? undefined : (JSON.parse(before) as NoticeContent);
  const phones = {
    objectionPhone: known?.objectionPhone ?? '',
    supervisionPhone:
      known?.supervisionPhone ??
      (pack === undefined ? '' : textParameter(pack, 'supervisionPhone')),
  };
  const content = compile(
    context,
    { area, name, rows },
    {
      topic: query.topic,
      texts: { place: '', office: '', remark: '', correction: '' },
      days,
      lastDay: least,
      ...phones,
    },
  );
  const earlier = await listMoneyNotices(tx, {
    county: countyNumberOf(area) ?? 0,
    area,
    topic: query.topic,
    project: asked.project,
  });
  return {
    area: { code: area, name },
    topic: query.topic,
    content: { ...content, columns: [...content.columns], lines: linesOf(content) },
    term: termOf(days),
    daysVerified,
    leastLastDay: least,
    office: known?.office ?? name,
    place: known?.place ?? '',
    ...phones,
    earlier: earlier.map((one) => ({
      id: one.id,
      firstDay: one.first_day,
      lastDay: one.last_day,
      isOver: one.last_day < today || one.withdrawn_on !== null,
    })),
  };
}

function linesOf({ lines }: NoticeContent) {
  return lines.map((line) => ({ ...line, cells: [...line.cells] }));
}

export async function postMoney(
  context: Context,
  { body }: InputOf<typeof postMoneyNotice>,
): Promise<OutputOf<typeof postMoneyNotice>> {
  const { tx, actor, today, now } = context;
  const { topic, project, place, office, remark, objectionPhone, supervisionPhone } = body;
  const rows = await rowsFor(context, { area: areaCode(body.area), topic, project });
  const { area } = rows;
  const { pack } = fundWordsHere(context, area);
  const { days } = daysOf(pack);
  const lastDay = lastDayIn(today, days, body.lastDay);
  const texts = { place, office, remark, correction: '' };
  refuseOddPhones([objectionPhone, supervisionPhone]);
  refuseSensitive(texts, rows.names);
  refuseFound(rows);
  const nameOf = await areaNames(tx, [area], today);
  const content = compile(
    context,
    { area, name: nameOf(area), rows },
    { topic, texts, days, lastDay, objectionPhone, supervisionPhone },
  );

  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);
  const code = newNoticeCode();
  const text = canonicalJson(content);
  const hash = hashOfContent(text);
  await insertNotice(
    tx,
    {
      county,
      id,
      area_code: area,
      code,
      kind: content.kind,
      pack: pack?.id ?? '',
      pack_edition: pack?.edition ?? '',
      process: 'money',
      step: topic,
      topic,
      project_id: project,
      title_zh: content.title.zh,
      title_en: content.title.en,
      content: text,
      content_hash: hash,
      cases: content.lines.length,
      days_asked: days,
      first_day: today,
      last_day: lastDay,
      posted_by: actor.account,
      posted_by_name: actor.displayName,
      posted_at: now,
      replaces: null,
      withdrawn_on: null,
      withdrawn_by_name: null,
      withdrawn_reason: null,
    },
    [],
  );
  await keepOutput(context, {
    kind: 'notices',
    area,
    cells: content.lines.reduce((sum, { cells }) => sum + filled(cells), 0),
    typed: filled([remark]),
  });
  context.note({
    area,
    subject: `notice:${id}`,
    facts: { topic, lines: content.lines.length, hash: hash.toString('hex'), lastDay },
  });
  return { id, code, hash: hash.toString('hex') };
}

function refuseFound({ rows, names }: NoticeRows): void {
  const findings = screenRows(rows, names);
  const [first] = findings;
  if (first === undefined) return;
  const field = { zh: `第 ${first.line} 行`, en: `Line ${first.line}` };
  const words = { field, at: first.at, kind: sensitiveTitles[first.kind], found: first.shown };
  refuse(deny(sensitiveText, words), {}, findings);
}

function lastDayIn(today: PlainDate, days: number, asked: string | undefined): PlainDate {
  const least = lastDayOf(today, days);
  const last =
    asked === undefined
      ? least
      : (parsePlainDate(asked) ??
        refuse(deny(tooShort, { term: termOf(days), least, last: asked })));
  if (last < least) refuse(deny(tooShort, { term: termOf(days), least, last }));
  if (daysBetween(today, last) >= Math.max(longestDays, days)) {
    refuse(tooLong, { most: longestDays, last });
  }
  return last;
}

export async function takeDownMoney(
  context: Context,
  { params, body }: InputOf<typeof takeDownMoneyNotice>,
): Promise<OutputOf<typeof takeDownMoneyNotice>> {
  const { tx, actor, today } = context;
  const key = { county: countyOfId(params.id), id: params.id };
  const notice = await findNotice(tx, key, 'locked');
  if (notice === undefined || notice.topic === null || notice.withdrawn_on !== null) {
    return refuse(noSuchNotice);
  }
  refuseSensitive({ place: '', office: '', remark: '', correction: body.reason }, []);
  await withdrawNotice(tx, key, { on: today, by: actor.displayName, reason: body.reason });
  context.note({ area: areaCode(notice.area_code), subject: `notice:${notice.id}` });
  return { id: notice.id };
}

export async function noticesOfProject(
  context: Context,
  { query }: InputOf<typeof listProjectNotices>,
): Promise<OutputOf<typeof listProjectNotices>> {
  const { tx, today, may } = context;
  const area = areaCode(query.area);
  const { days, daysVerified } = daysOf(fundWordsHere(context, area).pack);
  const found = await listMoneyNotices(tx, {
    county: countyNumberOf(area) ?? 0,
    area,
    project: query.project,
  });
  return {
    items: found.flatMap((one) =>
      one.topic === null
        ? []
        : [
            {
              id: one.id,
              topic: one.topic as Topic,
              title: { zh: one.title_zh, en: one.title_en },
              firstDay: one.first_day,
              lastDay: one.last_day,
              isOver: one.last_day < today,
              isWithdrawn: one.withdrawn_on !== null,
            },
          ],
    ),
    term: termOf(days),
    daysVerified,
    mayPost: may('publicity.post'),
  };
}
