// The schedule of who answers for which village, set on A3 as the wall has it, or as a spreadsheet.
import type { printSchedule } from '#contract/assistance-books.ts';
import type { InputOf } from '#contract/route.ts';
import type { Schedule } from '#contract/workforce-schedule.ts';
import type { BookPage } from '#domain/assistance/book.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { scheduleOf } from '#server/workforce/schedule.ts';
import { fileOf } from './prints.ts';

const words = {
  zh: {
    title: '包村责任安排表',
    township: '乡镇',
    village: '村',
    units: '帮扶单位',
    supervisors: '义务监督员',
    hole: '（空缺）',
    ofTownship: '（全乡镇）',
    none: '没有村。',
    unverified: '＊',
    note: '＊ 没有核实过出处的岗位',
    made: '编制',
    checked: '审核',
  },
  en: {
    title: 'Who answers for which village',
    township: 'Township',
    village: 'Village',
    units: 'Helping units',
    supervisors: 'Village supervisors',
    hole: '(nobody)',
    ofTownship: '(township)',
    none: 'No village.',
    unverified: '*',
    note: '* Posts whose source was not verified',
    made: 'Drawn up by',
    checked: 'Checked by',
  },
} as const;

export async function printScheduleOf(
  context: Context,
  { query }: InputOf<typeof printSchedule>,
): Promise<Download> {
  const { tx, today, area, language } = context;
  const schedule = await scheduleOf(context, { params: undefined, query: {}, body: undefined });
  const [place] = await listAreas(tx, [area], today);
  const page = pageOf(schedule, place?.name ?? area, language);
  return fileOf(context, {
    pages: [page],
    query,
    title: `${place?.name ?? area} ${page.title}`,
    print: { household: null, area, paper: page.paper, households: 0 },
  });
}

/** A wall has room for those whose people have most households; how many there are is said. */
function shortList(units: readonly string[], language: Language): string {
  const shown = units.slice(0, unitsShown).join(language === 'zh' ? '、' : ', ');
  if (units.length <= unitsShown) return shown;
  return language === 'zh'
    ? `${shown}等${units.length}个单位`
    : `${shown} of ${units.length} units`;
}

const unitsShown = 3;

function pageOf({ columns, villages }: Schedule, place: string, language: Language): BookPage {
  const word = words[language];
  const between = language === 'zh' ? '、' : ', ';
  return {
    paper: 'schedule',
    title: word.title,
    place: columns.every(({ verified }) => verified) ? place : `${place}　${word.note}`,
    number: '',
    parts: [
      {
        kind: 'table',
        heading: '',
        columns: [
          { title: word.township, width: 2 },
          { title: word.village, width: 2 },
          ...columns.map(({ title, verified }) => ({
            title: `${title[language]}${verified ? '' : word.unverified}`,
            width: 3,
          })),
          { title: word.units, width: 4 },
          { title: word.supervisors, width: 3 },
        ],
        rows: villages.map((one) => [
          one.township,
          one.name,
          ...one.cells.map(({ holders, missing }) =>
            [
              ...holders.map(
                ({ name, isOfTownship }) => `${name}${isOfTownship ? word.ofTownship : ''}`,
              ),
              ...(missing > 0 ? [word.hole] : []),
            ].join(between),
          ),
          one.units.length === 0 ? word.hole : shortList(one.units, language),
          one.supervisors.length === 0 ? word.hole : one.supervisors.join(between),
        ]),
        empty: word.none,
      },
    ],
    signatures: [word.made, word.checked],
  };
}
