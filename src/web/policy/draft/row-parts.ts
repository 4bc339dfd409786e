// The parts of a row that a form can change: texts in both languages, numbers, yes or no, rules; entries
// of lists with their own parts below them. Ids, sources and marks are not edited here.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { partTitle } from '#domain/policy/authoring/part-words.ts';

export type PartPath = readonly (string | number)[];

export type RowPart =
  | {
      readonly kind: 'words';
      readonly path: PartPath;
      readonly title: Bilingual;
      readonly value: Bilingual;
    }
  | {
      readonly kind: 'number';
      readonly path: PartPath;
      readonly title: Bilingual;
      readonly value: number;
    }
  | {
      readonly kind: 'boolean';
      readonly path: PartPath;
      readonly title: Bilingual;
      readonly value: boolean;
    }
  | {
      readonly kind: 'rule';
      readonly path: PartPath;
      readonly title: Bilingual;
      readonly value: string;
    }
  | {
      readonly kind: 'points';
      readonly path: PartPath;
      readonly title: Bilingual;
      readonly lines: readonly PointsLine[];
    }
  | {
      readonly kind: 'entry';
      readonly path: PartPath;
      readonly title: Bilingual;
      readonly parts: readonly RowPart[];
    };

/** A band or a case: where it ends or holds, and what it gives. */
export interface PointsLine {
  readonly path: PartPath;
  /** Null for what is left over. */
  readonly limit: { readonly path: PartPath; readonly value: number } | null;
  readonly points: { readonly path: PartPath; readonly value: number };
}

const untouched = [
  'id',
  'of',
  'source',
  'verified',
  'sample',
  'requirements',
  'override',
  'from',
  'until',
];
const ruleKeys = ['rule', 'when', 'eligible', 'by'];

export function partsOf(row: unknown, path: PartPath = []): readonly RowPart[] {
  if (!isRecord(row)) return [];
  return Object.entries(row).flatMap(([key, value]): readonly RowPart[] => {
    if (untouched.includes(key)) return [];
    const here = [...path, key];
    const title = partTitle(key);
    if (isWords(value)) return [{ kind: 'words', path: here, title, value }];
    if (key === 'points' && isRecord(value)) return pointsParts(value, here);
    if (typeof value === 'number') return [{ kind: 'number', path: here, title, value }];
    if (typeof value === 'boolean') return [{ kind: 'boolean', path: here, title, value }];
    if (typeof value === 'string') {
      return ruleKeys.includes(key) ? [{ kind: 'rule', path: here, title, value }] : [];
    }
    if (Array.isArray(value))
      return value.flatMap((entry, index) => entryParts(entry, [...here, index], title));
    return partsOf(value, here);
  });
}

function entryParts(entry: unknown, path: PartPath, list: Bilingual): readonly RowPart[] {
  const parts = partsOf(entry, path);
  if (parts.length === 0) return [];
  const number = Number(path.at(-1)) + 1;
  const own = isRecord(entry) && isWords(entry.title) ? entry.title : undefined;
  const title = own ?? { zh: `${list.zh} ${number}`, en: `${list.en} ${number}` };
  return [{ kind: 'entry', path, title, parts }];
}

function pointsParts(points: Fields, path: PartPath): readonly RowPart[] {
  const title = partTitle('points');
  if (typeof points.rule === 'string') {
    return [{ kind: 'rule', path: [...path, 'rule'], title, value: points.rule }];
  }
  const isBands = typeof points.by === 'string';
  const key = isBands ? 'bands' : 'cases';
  const entries = listIn(points, key);
  const rules: readonly RowPart[] = isBands
    ? [{ kind: 'rule', path: [...path, 'by'], title: partTitle('by'), value: String(points.by) }]
    : entries.map(({ when }, index) => ({
        kind: 'rule',
        path: [...path, key, index, 'when'],
        title: partTitle('when'),
        value: String(when),
      }));
  const lines = entries.map((entry, index): PointsLine => {
    const at = [...path, key, index];
    return {
      path: at,
      limit: isBands ? { path: [...at, 'below'], value: Number(entry.below) } : null,
      points: { path: [...at, 'points'], value: Number(entry.points) },
    };
  });
  const rest = isBands ? 'above' : 'otherwise';
  const left: PointsLine = {
    path: [...path, rest],
    limit: null,
    points: { path: [...path, rest], value: Number(points[rest]) },
  };
  return [...rules, { kind: 'points', path, title, lines: [...lines, left] }];
}

type Fields = Readonly<Record<string, unknown>>;

function listIn(fields: Fields, key: string): readonly Fields[] {
  const list = fields[key];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWords(value: unknown): value is Bilingual {
  return isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string';
}
