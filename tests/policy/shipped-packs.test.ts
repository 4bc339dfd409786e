import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import { packSchemas } from '#domain/policy/pack/json-schemas.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { sectionsOf } from '#domain/policy/pack/pack-document.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { householdFields, itemSlots, personFields } from '#domain/registry/form.ts';
import { stages } from '#domain/registry/stage.ts';
import {
  type PackFolder,
  readPackFolders,
  shippedPacks,
} from '#server/policy/read-pack-folders.ts';

let folders: readonly PackFolder[] = [];
let packs: ReadonlyMap<string, Pack> = new Map();

beforeAll(async () => {
  folders = await readPackFolders(shippedPacks);
  packs = new Map(folders.flatMap(({ pack }) => (pack ? [[pack.manifest.id, pack] as const] : [])));
});

function packOn(id: string, day: string): ResolvedPack {
  const found = resolvePack(packs, id, plainDate(day));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.pack;
}

describe('every pack that is shipped', () => {
  test('is sound and named as its folder: names, units, dates, processes, examples, lengths, both languages', () => {
    // Processor time, not the clock: other work on the machine is not the check's.
    const begun = process.cpuUsage();

    const problems = folders.flatMap(({ pack, problems: shape }) => [
      ...shape,
      ...(pack === undefined ? [] : checkPack(packs, pack.manifest.id)),
    ]);

    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(3000);

    expect([...packs.keys()].sort()).toEqual(readdirSync('policy/packs').sort());
    expect(problems).toEqual([]);
  });

  test('becomes a document in which no name, list or document is left unresolved', () => {
    for (const id of packs.keys()) {
      const sections = sectionsOf(packOn(id, '2016-09-30'));
      const articles = sections.flatMap((section) => section.articles);

      expect(articles.length).toBeGreaterThan(10);
      for (const { title, paragraphs, mark } of articles) {
        // What was printed is quoted in the language it was printed in.
        const own = paragraphs.filter(({ en }) => !en.startsWith('As printed:'));
        for (const text of [title, ...own]) {
          expect(text.zh).not.toMatch(/undefined|\{\w+\}/);
          expect(text.en).not.toMatch(/undefined|\{\w+\}|[\u4e00-\u9fff]/);
        }
        expect(mark.source?.title.zh).not.toBe(mark.source?.document ?? null);
      }
    }
  });

  test('names in its tables what a list of it has words for, and titles no article by an id', () => {
    for (const id of packs.keys()) {
      for (const { kind, articles } of sectionsOf(packOn(id, '2022-09-30'))) {
        const cells = articles.flatMap(
          ({ table }) => table?.rows.flatMap((row) => row.cells) ?? [],
        );
        const codes = cells.filter(({ zh }) => /^[A-Z]{3,}(_[A-Z]+)*$/.test(zh));

        expect(kind === 'lists' ? [] : codes).toEqual([]);
        expect(articles.filter((one) => one.title.zh === one.id)).toEqual([]);
      }
    }
  });

  test('says in Chinese with Chinese punctuation', () => {
    const texts = folders.flatMap(({ files }) =>
      [...files].flatMap(([path, text]) =>
        path.startsWith('areas/') || path.startsWith('demonstration/')
          ? []
          : [...text.matchAll(/zh: (.*?)(?:, en:| \}|$)/gm)].map((match) => `${path} ${match[1]}`),
      ),
    );

    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => /[一-龥][,;:?!]|[,;?!][一-龥]/.test(text))).toEqual([]);
  });
});

describe('the national pack', () => {
  const types: Readonly<Record<string, string>> = { fen: 'money' };
  const units: Readonly<Record<string, string>> = { fen: 'yuan/person/year' };

  test.each([
    ['household', householdFields],
    ['person', personFields],
  ] as const)(
    'describes every stored field of the %s, with type, list, unit and mark',
    (of, stored) => {
      const described = packOn('china-2014', '2016-09-30')
        .rows.fields.filter(({ row }) => row.of === of)
        .map(({ row }) => [
          row.id,
          row.type,
          row.list,
          row.unit,
          row.mark,
          row.sensitive,
          row.derived,
        ]);

      expect(described).toEqual(
        stored.map(({ name, type, list, unit, mark, sensitive, derived }) => [
          name,
          types[type] ?? type,
          list,
          unit && (units[unit] ?? unit),
          mark,
          sensitive,
          derived,
        ]),
      );
    },
  );

  test('has every stage the register knows, in its order', () => {
    const list = packOn('china-2014', '2016-09-30').rows.lists.find(
      ({ row }) => row.id === 'stage',
    );

    expect(list?.row.codes.map(({ code }) => code)).toEqual([...stages]);
  });

  test('4 is Mongol in the national system and Tibetan in GB/T 3304; only that pair is verified', () => {
    const { mappings } = packOn('china-2014', '2016-09-30').rows;
    const pairsOf = (id: string) => mappings.find(({ row }) => row.id === id)?.row.pairs ?? [];

    expect(pairsOf('ethnicityNationalSystem')).toContainEqual({
      external: '4',
      code: 'MONGOL',
      verified: true,
    });
    expect(pairsOf('ethnicityStandard')).toContainEqual({
      external: '04',
      code: 'ZANG',
      verified: true,
    });
    expect(pairsOf('ethnicityStandard')).toHaveLength(56);
    expect(new Set(pairsOf('ethnicityStandard').map(({ code }) => code)).size).toBe(56);
  });

  test.each([
    ['2014-12-31', 2800, true],
    ['2015-12-31', 2855, false],
  ])(
    'a dibao of 2,808 yuan on %s, when the line is %i: over it is %s [AT-GS-14]',
    (day, line, over) => {
      const pack = packOn('china-2014', day);
      const rule = pack.criteria.get('incomeOverLine')?.rule;

      expect(pack.scope.parameters.get('povertyLine')?.value).toBe(line);
      expect(rule && compileToFunction(rule)({ incomePerHead: 2808 })).toBe(over);
    },
  );
});

describe('the pack of Huanjiang', () => {
  const pack = () => packOn('huanjiang-2016', '2016-09-30');

  test('lists as many as its names promise: charts, lists, verifications, re-assessments, batches [AT-HJ-16]', () => {
    const { rows } = pack();

    expect(rows.chartSets[0]?.row.charts).toHaveLength(8);
    const lists = rows.listSets.find(({ row }) => row.id === 'fourLists');
    expect(lists?.row.lists).toHaveLength(4);
    const named = rows.verification.filter(({ row }) => row.use === undefined);
    expect(named.map(({ row }) => row.rows.length)).toEqual([5, 5, 5, 3]);
    expect(rows.sampleSets[0]?.row.designs).toHaveLength(5);
    expect(rows.taxonomies[0]?.row.measures).toHaveLength(7);
    expect(rows.items).toHaveLength(39);
  });

  test('the batches keep what was published: 66,600 persons, and households that fall short of the register', () => {
    const measures = pack().rows.taxonomies[0]?.row.measures ?? [];
    const sum = (pick: 'households' | 'persons') =>
      measures.reduce((total, { target }) => total + (target?.[pick] ?? 0), 0);

    expect(sum('persons')).toBe(66_600);
    expect(sum('households')).toBe(18_229);
  });

  test('the supervisors draw 9 to 16 households of a village by the published stages', () => {
    const design = pack().rows.sampleDesigns.find(({ row }) => row.id === 'supervisionRandom');
    const takes = design?.row.stages
      .filter(({ unit }) => unit === 'hamlet' || unit === 'household')
      .map(({ take }) => take);

    expect(takes).toEqual([
      { least: 3, most: 4 },
      { least: 3, most: 4 },
    ]);
  });

  test('nothing the source does not print is called verified', () => {
    const { rows } = pack();
    const [sheet] = rows.sheets;

    expect(sheet?.row).toMatchObject({ sample: true, verified: false });
    expect(sheet?.row.items.every(({ verified, sample }) => !verified && sample)).toBe(true);
    expect(sheet?.row.vetoes.every(({ verified }) => !verified)).toBe(true);
    expect(rows.items.every(({ row }) => !row.verified && row.sample)).toBe(true);
    expect(rows.parameters.find(({ row }) => row.id === 'listingCutOff')?.row.values).toMatchObject(
      [{ verified: false, sample: true }],
    );
  });

  test('entrusted loans are granted until the notice of 2017 and not on its day', () => {
    const products = (day: string) =>
      packOn('huanjiang-2016', day).rows.products.map(({ row }) => row.id);

    expect(products('2017-07-24')).toContain('entrustedLoan');
    expect(products('2017-07-25')).not.toContain('entrustedLoan');
  });

  test('items fit the slots the register has', () => {
    expect(Math.max(...pack().rows.items.map(({ row }) => row.slot))).toBeLessThanOrEqual(
      itemSlots,
    );
  });
});

test('the JSON Schemas in policy/schema are those of the program', () => {
  const wanted = [...packSchemas()].map(([name, schema]) => [
    name,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);

  const found = readdirSync('policy/schema').map((name) => [
    name,
    readFileSync(`policy/schema/${name}`, 'utf8'),
  ]);

  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
});
