// Reads what books are made of and makes their pages: of one household, of many at once, of a village or a
// township.
import type { BookPage, HouseholdPaper } from '#domain/assistance/book.ts';
import { householdPapers } from '#domain/assistance/book.ts';
import { bookTooWide } from '#domain/assistance/plan-refusals.ts';
import { type AreaCode, areaCode, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type Language, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { listHouseholds, type StoredHousehold } from '#server/registry/household.store.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import {
  type BookRows,
  listBookIds,
  listVillageRows,
  readBookRows,
  readRegisterRows,
} from './book.store.ts';
import { bookWord } from './book-words.ts';
import { yuan } from './book-writer.ts';
import { householdPage } from './make-books.ts';
import { measureTitle } from './rules-of-help.ts';

export interface BookReader {
  readonly tx: Tx;
  readonly platform: Pick<Platform, 'packs'>;
  readonly today: PlainDate;
  readonly language: Language;
}

export function papersOf(paper: HouseholdPaper | 'all'): readonly HouseholdPaper[] {
  return paper === 'all' ? householdPapers : [paper];
}

/** Pages of these households, in this order, each with its papers. */
export async function pagesOf(
  reader: BookReader,
  county: number,
  { ids, papers }: { readonly ids: readonly string[]; readonly papers: readonly HouseholdPaper[] },
): Promise<readonly BookPage[]> {
  const { tx, today } = reader;
  const households = await listHouseholds(tx, county, ids, 'shown');
  const byId = new Map(households.map((one) => [one.id, one]));
  const rows = rowsByHousehold(await readBookRows(tx, county, ids, today));
  const placeOf = await nameAreas(
    tx,
    households.map(({ area }) => area),
    today,
  );
  return ids.flatMap((id) => {
    const household = byId.get(id);
    if (household === undefined) return [];
    const { township, village } = placeOf(household.area);
    const context = {
      household,
      rows: rows(id),
      pack: reader.platform.packs.inForce(household.area, today),
      place: `${township} ${village}`,
      today,
      language: reader.language,
    };
    return papers.map((paper) => householdPage(paper, context));
  });
}

/** Sorts what was read for many into what is of each. */
function rowsByHousehold(all: BookRows): (household: string) => BookRows {
  const groups = new Map<string, Record<keyof BookRows, unknown[]>>();
  for (const [kind, rows] of Object.entries(all) as [
    keyof BookRows,
    readonly { household_id: string | null }[],
  ][]) {
    for (const row of rows) {
      const household = row.household_id ?? '';
      const group = groups.get(household) ?? emptyRows();
      group[kind].push(row);
      groups.set(household, group);
    }
  }
  return (household) => (groups.get(household) ?? emptyRows()) as unknown as BookRows;
}

function emptyRows(): Record<keyof BookRows, unknown[]> {
  return {
    plans: [],
    measures: [],
    targets: [],
    progress: [],
    benefits: [],
    steps: [],
    needs: [],
    helpers: [],
    ties: [],
    visits: [],
    incomes: [],
  };
}

/** The register of a village, household by household; the file of a township, village by village. */
export async function areaPage(reader: BookReader, area: AreaCode): Promise<BookPage> {
  const level = levelOf(area);
  if (level === 'village') return registerPage(reader, area);
  if (level === 'township') return filePage(reader, area);
  return refuse(bookTooWide, { area });
}

async function registerPage(reader: BookReader, area: AreaCode): Promise<BookPage> {
  const { tx, today, language, platform } = reader;
  const word = bookWord(language);
  const county = Number(area.slice(0, 6));
  const ids = (await listBookIds(tx, { span: spanOf(area) })).map(({ id }) => id);
  const households = await listHouseholds(tx, county, ids, 'shown');
  const byId = new Map(households.map((one) => [one.id, one]));
  const rows = new Map(
    (await readRegisterRows(tx, county, ids)).map((row) => [row.household_id, row]),
  );
  const pack = platform.packs.inForce(area, today);
  const { township, village } = (await nameAreas(tx, [area], today))(area);
  const title = (list: string, code: unknown) =>
    typeof code !== 'string'
      ? ''
      : pack === undefined
        ? code
        : codeTitle(pack, list, code)[language];
  const line = (household: StoredHousehold) => {
    const { values } = household;
    const own = rows.get(household.id);
    return [
      String(values.householdNo ?? ''),
      String(values.headName ?? ''),
      String(values.members ?? ''),
      title('cause', values.primaryCause),
      (own?.codes ?? [])
        .map((code) => measureTitle(pack, code)[language])
        .join(language === 'zh' ? '、' : ', '),
      yuan(typeof values.incomePerHead === 'number' ? values.incomePerHead : null),
      title('houseGrade', values.houseGrade),
      own?.helper_name ?? word('noHelper'),
      title('stage', values.stage),
    ];
  };
  const lines = ids.flatMap((id) => {
    const household = byId.get(id);
    return household === undefined ? [] : [line(household)];
  });
  lines.sort(([one = ''], [other = '']) => (one < other ? -1 : one > other ? 1 : 0));
  const persons = households.reduce((sum, { values }) => sum + Number(values.members ?? 0), 0);
  return {
    paper: 'register',
    title: `${village} ${word('register')}`,
    place: township,
    number: '',
    parts: [
      {
        kind: 'facts',
        heading: word('sum'),
        facts: [
          [word('households'), String(lines.length)],
          [word('persons'), String(persons)],
        ],
      },
      {
        kind: 'table',
        heading: word('register'),
        columns: [
          { title: word('number'), width: 4 },
          { title: word('head'), width: 3 },
          { title: word('headCount'), width: 1, number: true },
          { title: word('cause'), width: 3 },
          { title: word('measure'), width: 5 },
          { title: word('perHead'), width: 3, number: true },
          { title: word('house'), width: 2 },
          { title: word('helper'), width: 3 },
          { title: word('stage'), width: 3 },
        ],
        rows: lines,
        empty: word('none'),
      },
    ],
    signatures: [word('signVillage')],
  };
}

async function filePage(reader: BookReader, area: AreaCode): Promise<BookPage> {
  const { tx, language } = reader;
  const word = bookWord(language);
  const rows = await listVillageRows(tx, spanOf(area));
  const county = areaCode(area.slice(0, 6));
  const nameOf = await namesOf(reader, [county, area, ...rows.map((one) => one.area)]);
  const count = (one: number) => one.toLocaleString('en-GB');
  const sum = (key: 'households' | 'persons' | 'exited' | 'planned' | 'helped' | 'disputed') =>
    count(rows.reduce((total, one) => total + one[key], 0));
  return {
    paper: 'file',
    title: `${nameOf(area)} ${word('file')}`,
    place: nameOf(county),
    number: '',
    parts: [
      {
        kind: 'table',
        heading: word('file'),
        columns: [
          { title: word('village'), width: 4 },
          { title: word('households'), width: 2, number: true },
          { title: word('persons'), width: 2, number: true },
          { title: word('exited'), width: 2, number: true },
          { title: word('planned'), width: 2, number: true },
          { title: word('helped'), width: 2, number: true },
          { title: word('perHead'), width: 3, number: true },
          { title: word('disputed'), width: 2, number: true },
        ],
        rows: [
          ...rows.map((one) => [
            shortNameOf(nameOf(one.area)),
            count(one.households),
            count(one.persons),
            count(one.exited),
            count(one.planned),
            count(one.helped),
            yuan(one.income_fen),
            count(one.disputed),
          ]),
          [
            word('sum'),
            sum('households'),
            sum('persons'),
            sum('exited'),
            sum('planned'),
            sum('helped'),
            '',
            sum('disputed'),
          ],
        ],
        empty: word('none'),
      },
    ],
    signatures: [word('signTownship')],
  };
}
