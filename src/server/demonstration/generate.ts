// The same kind of data as the demonstration, as files: the county's 18,434 registered households, or
// a province's 1.01 million, in its real counties and villages. Needs no installation.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inventCounty } from '#domain/demonstration/county.ts';
import type { Village } from '#domain/demonstration/plan.ts';
import { inventProvince, parseProvince } from '#domain/demonstration/province.ts';
import { type LabelOf, planSheet, type SheetPlace } from '#domain/demonstration/sheet.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { isInForce } from '#domain/registry/area.ts';
import { historyOf } from '#domain/registry/area-revision.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';
import { isRegistered } from '#domain/registry/stage.ts';
import { readPackFolder, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { openEdition } from '#server/registry/area-edition.ts';
import { readAreaFiles } from '#server/registry/load-areas.ts';
import { type DemonstrationFiles, readDemonstration } from './read-demonstration.ts';
import { type SheetFormat, type WrittenSheets, writeSheets } from './write-sheets.ts';

export interface GenerateRequest {
  readonly scale: 'county' | 'province';
  readonly folder: string;
  readonly formats: readonly SheetFormat[];
  /** Of a county: the households that were surveyed and never listed, too. */
  readonly withUnlisted?: boolean;
  /** After each file or pair of files. */
  onFile(written: WrittenSheets): void;
}

const packFolder = join(shippedPacks, 'huanjiang-2016');

export async function generate(request: GenerateRequest): Promise<readonly WrittenSheets[]> {
  const files = readDemonstration(packFolder);
  return request.scale === 'county'
    ? [await generateCounty(request, files)]
    : generateProvince(request, files);
}

/** Numbers of each birth day that the demonstration in a database uses itself. */
const numbersLeft = 50;

/** Serial numbers in a village that the demonstration in a database uses itself. */
const serialsLeft = 5000;

async function generateCounty(
  request: GenerateRequest,
  files: DemonstrationFiles,
): Promise<WrittenSheets> {
  const { county } = files.calibration;
  const areas = await areasOf(county, files);
  const seed = `${files.calibration.seed} file`;
  const calibration = { ...files.calibration, seed };
  const written = await writeSheets({
    folder: request.folder,
    name: `${county}-${areas.nameOf(county)}`,
    formats: request.formats,
    plan: planSheet(await labelsOf('huanjiang-2016', 'china-2014'), true),
    records: recordsOf(
      inventCounty({ ...files, calibration, villages: areas.villages, numbersLeft, serialsLeft }),
      request.withUnlisted === true,
    ),
    placeOf: areas.placeOf,
  });
  request.onFile(written);
  return written;
}

function* recordsOf(
  villages: Iterable<{ readonly records: readonly HouseholdRecord[] }>,
  withUnlisted: boolean,
): Generator<HouseholdRecord> {
  for (const { records } of villages) {
    for (const record of records) {
      if (withUnlisted || isRegistered(String(record.values.stage))) yield record;
    }
  }
}

async function generateProvince(
  request: GenerateRequest,
  files: DemonstrationFiles,
): Promise<readonly WrittenSheets[]> {
  const path = join(packFolder, 'demonstration', 'province.yaml');
  const province = parseProvince(parse(readFileSync(path, 'utf8')));
  const areas = await areasOf(province.province, files);
  const plan = planSheet(await labelsOf('china-2014'), false);
  const all: WrittenSheets[] = [];
  for (const county of inventProvince({ ...files, province, villages: areas.villages })) {
    const written = await writeSheets({
      folder: request.folder,
      name: `${county.county}-${areas.nameOf(county.county)}`,
      formats: request.formats,
      plan,
      records: county.records,
      placeOf: areas.placeOf,
    });
    request.onFile(written);
    all.push(written);
  }
  return all;
}

interface Areas {
  readonly villages: readonly Village[];
  nameOf(code: AreaCode): string;
  placeOf(record: HouseholdRecord): SheetPlace;
}

/** Areas below a code on the demonstration's today, from the edition and the packs' revisions. */
export async function areasOf(within: AreaCode, files: DemonstrationFiles): Promise<Areas> {
  const edition = openEdition();
  const current: { code: AreaCode; name: string; source: string }[] = [];
  for (const level of ['county', 'township', 'village'] as const) {
    for await (const batch of edition.areasOf(level)) {
      for (const area of batch) {
        if (area.code.startsWith(within)) current.push({ ...area, source: edition.source });
      }
    }
  }
  const revisions = readAreaFiles(shippedPacks)
    .filter((file) => file.county.startsWith(within))
    .flatMap((file) => file.revisions);
  const shown = historyOf(current, revisions).filter((area) =>
    isInForce(area, files.calibration.today),
  );
  const names = new Map<string, string>(shown.map((area) => [area.code, area.name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  return {
    villages: shown.filter((area) => area.code.length === 12),
    nameOf,
    placeOf(record) {
      const code = areaCode(String(record.values.areaCode));
      return { township: nameOf(code.slice(0, 9)), village: nameOf(code.slice(0, 12)) };
    },
  };
}

/** Chinese titles of the codes, from the packs in the order given. */
async function labelsOf(...packs: readonly string[]): Promise<LabelOf> {
  const titles = new Map<string, string>();
  for (const name of packs) {
    const { pack } = await readPackFolder(join(shippedPacks, name));
    for (const { row } of pack?.rows.lists ?? []) {
      for (const { code, title } of row.codes) {
        if (!titles.has(`${row.id} ${code}`)) titles.set(`${row.id} ${code}`, title.zh);
      }
    }
  }
  return (list, code) => titles.get(`${list} ${code}`) ?? code;
}
