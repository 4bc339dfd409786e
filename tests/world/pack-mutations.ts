// Breaks a pack that is sound, in one place, in one of the ways a pack can go wrong. Works on the texts by
// the places the parser gives, so that the line where the fault stands is known and the rest is untouched.
import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';

type Texts = ReadonlyMap<string, string>;

export interface Mutation {
  readonly fault: string;
  readonly file: string;
  readonly apply: () => Texts;
  /** A problem must stand on one of these; the first is the line that was spoilt. */
  readonly lines: readonly number[];
}

/** A scalar and the keys that lead to it. */
interface Leaf {
  readonly path: readonly (string | number)[];
  readonly node: Scalar;
  readonly text: string;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly leaves: readonly Leaf[];
}

const parsed = new WeakMap<Texts, readonly Source[]>();

function sourcesOf(files: Texts): readonly Source[] {
  const before = parsed.get(files);
  if (before !== undefined) return before;
  const sources = [...files]
    .filter(([file]) => !/^(areas|demonstration|figures)\//.test(file))
    .map(([file, text]) => ({ file, text, leaves: leavesOf(parseDocument(text).contents, []) }));
  parsed.set(files, sources);
  return sources;
}

function leavesOf(node: Node | null, path: Leaf['path']): readonly Leaf[] {
  if (isScalar(node)) return [{ path, node, text: String(node.value) }];
  if (isSeq(node)) return node.items.flatMap((item, at) => leavesOf(item as Node, [...path, at]));
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) =>
    isPair(pair) && isScalar(pair.key)
      ? leavesOf(pair.value as Node, [...path, String(pair.key.value)])
      : [],
  );
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function spoil(
  files: Texts,
  { file, text }: Source,
  leaf: Leaf,
  to: { readonly fault: string; readonly text: string; readonly also?: readonly number[] },
): Mutation {
  const [from, end] = leaf.node.range ?? [0, 0, 0];
  const lines = [lineAt(text, from), ...(to.also ?? [])];
  const apply = () => {
    const tail = /\n$/.test(text.slice(from, end)) ? '\n' : '';
    return new Map(files).set(file, `${text.slice(0, from)}${to.text}${tail}${text.slice(end)}`);
  };
  return { fault: to.fault, file, apply, lines };
}

const quoted = (text: string) => JSON.stringify(text);
const last = ({ path }: Leaf) => path.at(-1);
const inside = ({ path }: Leaf) => path.findLast((part) => typeof part === 'string');

const references = new Set(
  'cutOff within sheet verification design amount amountMost parameter share leverageLeast leverageMost least most capYuan termYears subsidyShare yield list purpose retention document to start criteria designs numerator denominator'.split(
    ' ',
  ),
);
const codes = new Set(['actors', 'gives', 'by', 'stage', 'measure', 'rank', 'kind']);
const rules = new Set(['rule', 'when', 'eligible']);
const isName = (text: string) => /^[a-z][A-Za-z0-9]*$/.test(text);
const isCode = (text: string) => /^[A-Z][A-Z0-9_]*$/.test(text);

/** Every way of spoiling one leaf; none where the leaf is of no such kind. */
const faults: readonly ((files: Texts, source: Source, leaf: Leaf) => readonly Mutation[])[] = [
  (files, source, leaf) =>
    (last(leaf) === 'zh' || last(leaf) === 'en') && !leaf.path.includes('options')
      ? [spoil(files, source, leaf, { fault: 'missing text', text: "''" })]
      : [],
  (files, source, leaf) =>
    references.has(String(inside(leaf))) && isName(leaf.text)
      ? [spoil(files, source, leaf, { fault: 'unknown name', text: 'noSuchThing' })]
      : [],
  (files, source, leaf) =>
    codes.has(String(inside(leaf))) && isCode(leaf.text)
      ? [spoil(files, source, leaf, { fault: 'unknown code', text: 'NO_SUCH_CODE' })]
      : [],
  (files, source, leaf) => (rules.has(String(last(leaf))) ? rulesSpoilt(files, source, leaf) : []),
  (files, source, leaf) =>
    /^\d{4}-\d{2}-\d{2}$/.test(leaf.text) && /^(from|until|on|by|date)$/.test(String(last(leaf)))
      ? [spoil(files, source, leaf, { fault: 'a day that does not exist', text: "'2016-02-30'" })]
      : [],
  (files, source, leaf) =>
    last(leaf) === 'unit'
      ? [spoil(files, source, leaf, { fault: 'unknown unit', text: 'furlong' })]
      : [],
  (files, source, leaf) => duplicated(files, source, leaf),
  (files, source, leaf) => overlapping(files, source, leaf),
  (files, source, leaf) => misspelt(files, source, leaf),
  (files, source, leaf) => lonely(files, source, leaf),
];

const endless = [
  `${'!'.repeat(40)}true`,
  `${'('.repeat(40)}true${')'.repeat(40)}`,
  Array.from({ length: 300 }, () => 'true').join(' && '),
  `true${' '.repeat(2100)}`.replace(/ /g, ' || true').slice(0, 4000),
  '[1, 2, 3].map(x, x).size() > 0',
  '[1, 2].all(x, x > 0)',
  '"a" + "a" == "aa"',
  'while (true) {}',
  'constructor',
  '__proto__.polluted',
  'this.process.exit()',
];

function rulesSpoilt(files: Texts, source: Source, leaf: Leaf): readonly Mutation[] {
  const used = [...leaf.text.matchAll(/(?<!["\w])[a-z][A-Za-z0-9]*(?!["\w(])/g)].map(
    ([name]) => name,
  );
  const name = used.find((one) => !['in', 'true', 'false'].includes(one));
  return [
    ...(name === undefined
      ? []
      : [
          spoil(files, source, leaf, {
            fault: 'unknown name in a rule',
            text: quoted(leaf.text.replace(new RegExp(`\\b${name}\\b`), `${name}Nowhere`)),
          }),
        ]),
    spoil(files, source, leaf, {
      fault: 'unit mismatch',
      text: quoted(`members * members < members || (${leaf.text})`),
    }),
    ...endless.map((text) =>
      spoil(files, source, leaf, {
        fault: `a rule without bound: ${text.slice(0, 30)}`,
        text: quoted(text),
      }),
    ),
  ];
}

/** An id, or a code, that its neighbour in the same list has already. */
function duplicated(files: Texts, source: Source, leaf: Leaf): readonly Mutation[] {
  const key = last(leaf);
  const at = leaf.path.at(-2);
  if (key !== 'id' && key !== 'code' && key !== 'rank' && key !== 'external') return [];
  if (typeof at !== 'number' || at === 0) return [];
  // Several outside numbers may stand for one code.
  if (key === 'code' && leaf.path.at(-3) === 'pairs') return [];
  const other = source.leaves.find(
    ({ path }) =>
      path.length === leaf.path.length &&
      path.at(-1) === key &&
      path.at(-2) === at - 1 &&
      path.slice(0, -2).every((part, index) => part === leaf.path[index]),
  );
  // A household and a person may have a field of one name.
  if (other === undefined || leaf.path[0] === 'fields') return [];
  const also = [lineAt(source.text, other.node.range?.[0] ?? 0)];
  const text = key === 'external' ? quoted(other.text) : other.text;
  return [spoil(files, source, leaf, { fault: 'duplicate id', text, also })];
}

/** A value that begins on the day of the one before it. */
function overlapping(files: Texts, source: Source, leaf: Leaf): readonly Mutation[] {
  const at = leaf.path.at(-2);
  if (last(leaf) !== 'from' || leaf.path.at(-3) !== 'values') return [];
  if (typeof at !== 'number' || at === 0) return [];
  const before = source.leaves.find(
    ({ path }) =>
      path.length === leaf.path.length &&
      path.at(-1) === 'from' &&
      path.at(-2) === at - 1 &&
      path[1] === leaf.path[1],
  );
  if (before === undefined) return [];
  return [spoil(files, source, leaf, { fault: 'overlapping dates', text: quoted(before.text) })];
}

/** A key nobody knows, in place of `verified`. */
function misspelt(files: Texts, source: Source, leaf: Leaf): readonly Mutation[] {
  const { file, text } = source;
  const start = leaf.node.range?.[0] ?? 0;
  const from = text.lastIndexOf('verified', start);
  if (last(leaf) !== 'verified' || from < 0) return [];
  const apply = () => {
    const changed = `${text.slice(0, from)}verifed${text.slice(from + 'verified'.length)}`;
    return new Map(files).set(file, changed);
  };
  return [{ fault: 'a key that is misspelt', file, apply, lines: [lineAt(text, from)] }];
}

/** A step whose name nothing leads to any more. */
function lonely(files: Texts, source: Source, leaf: Leaf): readonly Mutation[] {
  const { path } = leaf;
  const isStep = last(leaf) === 'id' && path.at(-3) === 'steps' && path[0] === 'processes';
  const isStart = source.leaves.some(
    (one) =>
      one.path.length === 3 &&
      one.path[1] === path[1] &&
      last(one) === 'start' &&
      one.text === leaf.text,
  );
  if (!isStep || isStart) return [];
  return [spoil(files, source, leaf, { fault: 'unreachable step', text: 'lonelyStep' })];
}

const bombs: Readonly<Record<string, string>> = {
  'an anchor that aliases multiply': `bomb: &a [x, x]\nmore: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nmost: [*b, *b, *b, *b]\n`,
  'nesting in brackets': `deep: ${'['.repeat(500)}${']'.repeat(500)}\n`,
  'nesting by indentation': `${Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}\n`,
  'nesting of lists': `deep:\n  ${'- '.repeat(200)}x\n`,
  'a tag': `run: !!js/function 'function () {}'\n`,
  'a second document': `other: 1\n---\n`,
  'a key written twice': `twice: 1\ntwice: 2\n`,
  'a merge key': `base: &base { a: 1 }\n<<: *base\n`,
};

/** What must not get past the reader, put in front of every file. */
export function bombsIn(files: Texts): readonly Mutation[] {
  return [...files.keys()]
    .filter((file) => !/^(areas|demonstration)\//.test(file))
    .flatMap((file) =>
      Object.entries(bombs).map(([fault, text]) => ({
        fault,
        file,
        apply: () => new Map(files).set(file, `${text}${files.get(file) ?? ''}`),
        lines: [],
      })),
    );
}

/** Every single fault that can be made of the rows of a pack. */
export function mutationsOf(files: Texts): readonly Mutation[] {
  return sourcesOf(files).flatMap((source) =>
    source.leaves.flatMap((leaf) => faults.flatMap((make) => make(files, source, leaf))),
  );
}
