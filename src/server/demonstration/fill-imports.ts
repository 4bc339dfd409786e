// Two spreadsheets of the demonstration county: a village's check of what is registered, done, with rows that were
// refused; and new applications, tried and not written yet. The register is left as it was. Once, in an older
// installation too; both files say that they are invented.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everything } from '#domain/access/scope.ts';
import { type AreaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { listHouseholdsOfVillage } from '#server/access/village-household.store.ts';
import { inScope } from '#server/database/connect.ts';
import { runNow, takeFile } from '#server/exchange/import-now.ts';
import { usualIncomeYear } from '#server/exchange/load-import-context.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listHouseholds, type StoredHousehold } from '#server/registry/household.store.ts';
import { actAs, quietVillages } from './act-as.ts';

export const importsMark = 'demonstration.imports';

const headings = ['户编号', '区划代码', '姓名', '与户主关系', '出生日期', '住房面积', '耕地面积'];
type Row = readonly (string | number)[];

interface Sheet {
  readonly fileName: string;
  readonly mode: 'check' | 'commit';
  readonly rows: readonly Row[];
}

const inventedNames = ['韦明山', '覃水生', '卢春梅', '谭石保', '蒙桂花', '莫有福', '罗秀清'];

/** How many files were read now; 0 when that was done before. */
export async function fillImports(platform: Platform, county: AreaCode): Promise<number> {
  const today = platform.clock.today();
  const pack = platform.packs.inForce(county, today);
  const asked = await inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, importsMark)) !== undefined) return undefined;
    const office = await actAs(platform, tx, 'county');
    const village = (await quietVillages(tx, { county, today }))[1];
    if (pack === undefined || office === undefined || village === undefined) return undefined;
    const ids = await listHouseholdsOfVillage(tx, village, 24);
    const known = await listHouseholds(tx, countyNumberOf(county) ?? 0, ids, 'shown');
    await saveSetting(tx, importsMark, village);
    return { office, sheets: [checkOf(known, relationIn(pack)), applicationsIn(village)] };
  });
  if (asked === undefined) return 0;
  const { actor, scope } = asked.office;
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-sheets-'));
  try {
    for (const { fileName, mode, rows } of asked.sheets) {
      const path = join(folder, 'sheet.csv');
      await writeFile(
        path,
        `\ufeff${[headings, ...rows].map((row) => row.join(',')).join('\r\n')}`,
      );
      const incomeYear = usualIncomeYear(today);
      const file = { path, fileName, area: county, incomeYear, scope, actor, onProgress: () => {} };
      const importId = await takeFile(platform, file);
      await runNow(platform, file, { importId, mode });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return asked.sheets.length;
}

/** What the register says, typed by the village once more; four rows as people get them wrong. */
function checkOf(known: readonly StoredHousehold[], relation: WordOf): Sheet {
  const rows = known.flatMap((one) => rowsOf(one, relation));
  const apart = Math.max(1, Math.floor(rows.length / (slips.length + 1)));
  const typed = rows.map((row, at) => {
    const slip = at % apart === 0 ? slips[at / apart - 1] : undefined;
    return slip === undefined ? row : row.with(slip.column, slip.typed);
  });
  return { fileName: '2016年9月入户核对表（虚构）.csv', mode: 'commit', rows: typed };
}

/** By place in `headings`. */
const slips = [
  { column: 5, typed: '六十平方' },
  { column: 4, typed: '2016年13月2日' },
  { column: 3, typed: '邻居' },
  { column: 6, typed: -3 },
] as const;

type WordOf = (code: string) => string;

function relationIn(pack: ResolvedPack): WordOf {
  return (code) => codeTitle(pack, 'relation', code).zh;
}

function rowsOf({ area, values, persons }: StoredHousehold, relation: WordOf): readonly Row[] {
  const present = persons.filter((person) => (person.values.leftOn ?? null) === null);
  return present.map(({ values: person }) =>
    [
      values.householdNo,
      area,
      person.name,
      relation(String(person.relation)),
      person.birthDate,
      values.houseArea,
      values.arableLand,
    ].map((cell) => (typeof cell === 'number' ? cell : String(cell ?? ''))),
  );
}

function applicationsIn(village: AreaCode): Sheet {
  const rows = inventedNames.map((name, at): Row => {
    const isWrong = at === inventedNames.length - 1;
    const born = isWrong ? '2061-05-04' : `19${55 + at * 4}-0${at + 1}-1${at}`;
    return [`申请${at + 1}`, village, name, '户主', born, 60 + at * 8, at + 1];
  });
  return { fileName: '九月新申请农户（虚构）.csv', mode: 'check', rows };
}
