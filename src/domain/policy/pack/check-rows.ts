// The part of the pack check that looks at one row at a time: ids, citations, marks, dates, values,
// lengths, and whether a row that replaces one of the pack below says why.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { nearest } from '#domain/policy/nearest-name.ts';
import { innerRowsOf, repeatedIn } from '#domain/policy/pack/inner-rows.ts';
import { keyOf } from '#domain/policy/pack/merge-rows.ts';
import type { Pack, Placed, RowKind } from '#domain/policy/pack/pack.ts';
import { type PackProblem, type Place, packProblem } from '#domain/policy/pack/pack-problem.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';
import type { Citation } from '#domain/policy/pack/row-schema.ts';
import { rowWords } from '#domain/policy/pack/row-words.ts';
import type { Parameter } from '#domain/policy/pack/rule-schemas.ts';

/** What any row may have; each kind has some of it. */
interface Checkable {
  readonly id: string;
  readonly of?: string;
  readonly source?: Citation;
  readonly verified?: boolean;
  readonly sample?: true;
  readonly note?: unknown;
  readonly from?: string;
  readonly until?: string;
  readonly override?: unknown;
  readonly length?: number;
}

export function checkRows(pack: Pack, below: readonly Pack[]): readonly PackProblem[] {
  const kinds = Object.keys(rowWords).filter(isRowKind);
  const documents = new Set(
    [...below, pack].flatMap(({ manifest }) => manifest.documents.map(({ id }) => id)),
  );
  return [
    ...kinds.flatMap((kind) => {
      const rows: readonly Placed<Checkable>[] = pack.rows[kind];
      const known = new Map(
        below.flatMap((one) => one.rows[kind].map(({ row }) => [keyOf(row), one.manifest.id])),
      );
      return [
        ...duplicates(rows, rowWords[kind]),
        ...rows.flatMap((placed) => [
          ...overrides(placed, known),
          ...marksOf(placed.row, (path) => placed.at(path), documents),
          ...lifeOf(placed),
          ...lengthOf(placed),
          ...repeated(placed),
          ...innerRowsOf(placed).flatMap(({ row, at }) => marksOf(row, at, documents)),
        ]),
      ];
    }),
    ...pack.rows.parameters.flatMap((placed) => checkParameter(placed, pack, documents)),
    ...duplicates(pack.examples, { zh: '算例', en: 'examples' }),
    ...pack.examples.flatMap(repeated),
    ...clashes(pack, below),
    ...checkSlots(pack),
  ];
}

function isRowKind(name: string): name is RowKind {
  return Object.hasOwn(rowWords, name);
}

function duplicates(
  rows: readonly Placed<Checkable>[],
  { zh, en }: Bilingual,
): readonly PackProblem[] {
  const first = new Map<string, Place>();
  return rows.flatMap(({ row, at }) => {
    const key = keyOf(row);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, at());
      return [];
    }
    const where = `${earlier.file}:${earlier.line}`;
    const words = { id: row.id, kind: zh, kindEn: en, first: where };
    return [packProblem('duplicate-id', at(['id']), words)];
  });
}

function overrides(
  { row, at }: Placed<Checkable>,
  known: ReadonlyMap<string, string>,
): readonly PackProblem[] {
  const pack = known.get(keyOf(row));
  if (pack !== undefined && row.override === undefined) {
    return [packProblem('unexplained-override', at(['id']), { id: row.id, pack })];
  }
  if (pack === undefined && row.override !== undefined) {
    return [packProblem('needless-override', at(['override']), { id: row.id })];
  }
  return [];
}

/** A citation must name a document; "verified" needs a citation, "unverified" a reason. */
function marksOf(
  row: Omit<Checkable, 'id'> & { readonly id?: string; readonly code?: string },
  at: (path: Path) => Place,
  documents: ReadonlySet<string>,
): readonly PackProblem[] {
  const id = row.id ?? row.code ?? '';
  const problems: PackProblem[] = [];
  if (row.source !== undefined && !documents.has(row.source.document)) {
    const { document } = row.source;
    const guess = nearest(document, [...documents]);
    const hint = guess === undefined ? '' : `是否想写“${guess}”？`;
    const hintEn = guess === undefined ? '' : `Did you mean "${guess}"?`;
    const place = at(['source', 'document']);
    problems.push(packProblem('document-missing', place, { document, hint, hintEn }));
  }
  if (row.verified === true && row.source === undefined) {
    problems.push(packProblem('unsourced', at(['verified']), { id }));
  }
  const isExplained = row.source !== undefined || row.sample === true || row.note !== undefined;
  if (row.verified === false && !isExplained) {
    problems.push(packProblem('unverified-unexplained', at(['verified']), { id }));
  }
  return problems;
}

function lifeOf({ row, at }: Placed<Checkable>): readonly PackProblem[] {
  if (row.from === undefined || row.until === undefined || row.from < row.until) return [];
  const words = { id: row.id, earlier: row.from, later: row.until };
  return [packProblem('dates-order', at(['until']), words)];
}

/** Lists whose number a name promises. */
const countedKeys = [
  'codes',
  'charts',
  'lists',
  'rows',
  'measures',
  'designs',
  'criteria',
  'indicators',
];

/** Names of parts stand once in their list; plain lists of names too, where their number counts. */
function repeated({ row, at }: Placed<object>): readonly PackProblem[] {
  return repeatedIn(row).map(({ id, path, first }) => {
    const earlier = at(first);
    const kind = String(path.at(-3));
    const words = { id, kind, kindEn: kind, first: `${earlier.file}:${earlier.line}` };
    return packProblem('duplicate-id', at(path), words);
  });
}

function lengthOf({ row, at }: Placed<Checkable>): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  for (const [key, value] of Object.entries(row)) {
    if (!countedKeys.includes(key) || !Array.isArray(value)) continue;
    const twice = value.findIndex(
      (one, index) => typeof one === 'string' && value.indexOf(one) !== index,
    );
    if (twice >= 0) {
      const words = { id: String(value[twice]), kind: key, kindEn: key, first: row.id };
      problems.push(packProblem('duplicate-id', at([key, twice]), words));
    }
    if (row.length === undefined || row.length === value.length) continue;
    const words = { id: row.id, declared: row.length, listed: value.length };
    problems.push(packProblem('length-differs', at(['length']), words));
  }
  return problems;
}

function checkParameter(
  { row, at }: Placed<Parameter>,
  pack: Pack,
  documents: ReadonlySet<string>,
): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  if (row.type === 'number' && row.unit === undefined) {
    problems.push(packProblem('unit-missing', at(['id']), { id: row.id }));
  }
  const codes = pack.rows.lists.find((list) => list.row.id === row.list)?.row.codes;
  for (const [index, value] of row.values.entries()) {
    const inner = (path: Path) => at(['values', index, ...path]);
    problems.push(...marksOf({ ...value, id: `${row.id} ${value.from}` }, inner, documents));
    const before = row.values[index - 1]?.from;
    if (before !== undefined && before >= value.from) {
      const words = { id: row.id, earlier: before, later: value.from };
      problems.push(packProblem('dates-order', inner(['from']), words));
    }
    const members = Array.isArray(value.value) ? value.value : [value.value];
    const isRight = members.every(
      (one) =>
        (row.type === 'text' ? typeof one === 'string' : typeof one === row.type) &&
        (codes === undefined || codes.some(({ code }) => code === one)),
    );
    if (isRight) continue;
    const wanted = { number: '数字', boolean: '是否值', text: '代码或文字' }[row.type];
    problems.push(
      packProblem('value-type', inner(['value']), {
        id: row.id,
        wanted,
        wantedEn: row.type,
        from: value.from,
        value: JSON.stringify(value.value),
        list: row.list ?? '—',
      }),
    );
  }
  return problems;
}

/** A rule sees fields, items, parameters and criteria in one namespace. */
function clashes(pack: Pack, below: readonly Pack[]): readonly PackProblem[] {
  const seen = new Map<string, RowKind>();
  const kinds = ['fields', 'items', 'parameters', 'criteria'] as const;
  for (const one of below) {
    for (const kind of kinds) for (const id of idsOf(one, kind)) seen.set(id, kind);
  }
  return kinds.flatMap((kind) => {
    const rows: readonly Placed<Checkable>[] = pack.rows[kind];
    return rows.flatMap(({ row, at }) => {
      if (row.of === 'person') return [];
      const other = seen.get(row.id);
      seen.set(row.id, kind);
      if (other === undefined || other === kind) return [];
      const words = {
        id: row.id,
        one: rowWords[other].zh,
        oneEn: rowWords[other].en,
        other: rowWords[kind].zh,
        otherEn: rowWords[kind].en,
      };
      return [packProblem('name-clash', at(['id']), words)];
    });
  });
}

function idsOf(
  pack: Pack,
  kind: 'fields' | 'items' | 'parameters' | 'criteria',
): readonly string[] {
  const rows: readonly Placed<Checkable>[] = pack.rows[kind];
  return rows.filter(({ row }) => row.of !== 'person').map(({ row }) => row.id);
}

function checkSlots(pack: Pack): readonly PackProblem[] {
  const taken = new Map<number, string>();
  const problems: PackProblem[] = [];
  for (const { row, at } of pack.rows.items) {
    const other = taken.get(row.slot);
    if (other !== undefined) {
      problems.push(packProblem('slot-taken', at(['slot']), { slot: row.slot, other }));
    }
    taken.set(row.slot, row.id);
  }
  const promised = pack.itemsLength;
  if (promised !== undefined && promised.length !== pack.rows.items.length) {
    const words = { id: 'items', declared: promised.length, listed: pack.rows.items.length };
    problems.push(packProblem('length-differs', promised.place, words));
  }
  return problems;
}
