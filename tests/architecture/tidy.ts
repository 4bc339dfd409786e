// House rules that a glance can check: a rule is a function, a line of complaint, and a test of its own.
import { isTest, type SourceFile } from './source-file.ts';

export type Rule = (file: SourceFile) => readonly string[];

const bannedNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'misc',
  'lib',
  'core',
  'manager',
  'service',
  'base',
  'types',
  'constants',
  'index',
];

/** A name says what is inside; these say nothing. */
export const names: Rule = ({ path }) => {
  const parts = path.split('/').map((part) => part.replace(/\.(test|store|routes)?\.?\w+$/, ''));
  const banned = parts.filter((part) => bannedNames.includes(part));
  const file = path.split('/').at(-1) ?? '';
  const isKebab =
    file.endsWith('.config.ts') ||
    /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|store|routes|process|thread|d))?\.(ts|tsx|mjs|css)$/.test(
      file,
    );
  return [
    ...banned.map((name) => `${path}: “${name}” says nothing; name the file for what it exports`),
    ...(isKebab ? [] : [`${path}: file names are kebab-case`]),
  ];
};

/** Called where the world is made, and nowhere else: time and chance are given. */
const bannedCalls: readonly (readonly [RegExp, string, (path: string) => boolean])[] = [
  [/\bDate\.now\(/, 'context.now', isGivenTime],
  [/\bnew Date\(\s*\)/, 'context.now', isGivenTime],
  [/\bMath\.random\(/, 'context.newId or a seed', isOurs],
  [/\bnew Date\(/, 'a PlainDate or an instant as text', isDomain],
  [/\bconsole\./, 'the error output or the audit trail', isOurs],
  [/\bparseFloat\(/, 'parseYuan or Number', isOurs],
  [/\bperformance\.now\(/, 'a given clock', isDomain],
];

export const calls: Rule = (file) =>
  eachLine(file, (line, number) =>
    bannedCalls
      .filter(([pattern, , holds]) => holds(file.path) && pattern.test(line))
      .map(([pattern, instead]) => `${file.path}:${number}: ${pattern.source}; use ${instead}`),
  );

/** What is not done is an issue or a decision, not a remark. */
export const leftovers: Rule = (file) =>
  eachLine(file, (line, number) =>
    /\b(TODO|FIXME|XXX|HACK)\b/.test(line) ? [`${file.path}:${number}: something is not done`] : [],
  );

export const exportsNamed: Rule = (file) =>
  eachLine(file, (line, number) => [
    ...(/^export default\b/.test(line) && !file.path.endsWith('.config.ts')
      ? [`${file.path}:${number}: a default export`]
      : []),
    ...(/^export \*/.test(line) ? [`${file.path}:${number}: a barrel`] : []),
  ]);

/** Only what erases: no enum, no namespace; classes only for errors and what a library takes as a class alone. */
export const erasable: Rule = (file) =>
  eachLine(file, (line, number) => [
    ...(/^\s*(export )?(const )?enum \w/.test(line) ? [`${file.path}:${number}: an enum`] : []),
    ...(/^\s*(export )?namespace \w/.test(line) ? [`${file.path}:${number}: a namespace`] : []),
    ...(/^\s*(export )?(abstract )?class (?!\w+ extends \w*(Error|Problem|Refusal|Component|Sequencer)\b)\w/.test(
      line,
    )
      ? [`${file.path}:${number}: a class that is no error`]
      : []),
  ]);

/** Nothing of the machine it was written on. */
export const machinePaths: Rule = (file) =>
  eachLine(file, (line, number) =>
    /(^|[^\w.])\/(work|root)\/\w/.test(line) ? [`${file.path}:${number}: a path of a machine`] : [],
  );

export const fileLength: Rule = ({ path, text }) => {
  if (path === 'src/server/database/tables.ts') return [];
  const lines = text.split('\n').length - 1;
  // Tests and plain declarations (doors, texts) are read from top to bottom, not held in mind.
  const isList = isTest(path) || path.startsWith('src/contract/') || /texts\.ts$/.test(path);
  const most = isList ? 400 : 300;
  return lines > most ? [`${path}: ${lines} lines; ${most} is the most`] : [];
};

/**
 * A function fits on one screen; a component with its markup on two. Functions at the top of a file
 * are counted, without those declared inside them.
 */
export const functionLength: Rule = ({ path, text }) => {
  const lines = text.split('\n');
  const most = path.endsWith('.tsx') ? 170 : 80;
  return lines.flatMap((line, start) => {
    const name = /^(?:export )?(?:async )?function\*? ?(\w+)/.exec(line)?.[1];
    if (name === undefined) return [];
    const body = lines.slice(start, lines.indexOf('}', start) + 1);
    const length = body.length - linesOfInner(body);
    return length > most
      ? [`${path}:${start + 1}: ${name} has ${length} lines; ${most} is the most`]
      : [];
  });
};

/** Lines of functions and methods declared inside a function. */
function linesOfInner(body: readonly string[]): number {
  let inner = 0;
  for (let at = 1; at < body.length; at += 1) {
    const opening =
      /^( +)(?:async )?(?:function\*? ?\w+|\w+)\(.*\).*\{$/.exec(body[at] ?? '') ??
      /^( +)const \w+ = (?:async )?(?:\(.*\)|\w+)[^=]*=> \{$/.exec(body[at] ?? '');
    if (opening === null || /^ +(if|for|while|switch|return|catch)\b/.test(body[at] ?? ''))
      continue;
    const end = body.findIndex(
      (line, index) => index > at && /^ +\}[,;]?$/.test(line) && line.startsWith(`${opening[1]}}`),
    );
    if (end < 0) continue;
    inner += end - at + 1;
    at = end;
  }
  return inner;
}

/** Where a reader needs it most, a file says what it is and what it refuses. */
export const openingComment: Rule = ({ path, text }) => {
  const isBound = /^src\/(domain|server\/http|server\/database)\/.*\.ts$/.test(path);
  if (!isBound || isTest(path)) return [];
  const lines = text.split('\n');
  const length = lines.findIndex((line) => !line.startsWith('//'));
  if (length === 0) return [`${path}: begin with a comment that says what this is`];
  return length > 6 ? [`${path}: the opening comment has ${length} lines; 6 is the most`] : [];
};

/** SQL stands in stores and in the database's own folder, nowhere else. */
export const sqlInStores: Rule = (file) => {
  const { path } = file;
  if (!/^src\/(server|cli|contract|web)\//.test(path) || isTest(path)) return [];
  if (path.endsWith('.store.ts') || path.startsWith('src/server/database/')) return [];
  return eachLine(file, (line, number) =>
    /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`|\.query\(/.test(line)
      ? [`${path}:${number}: SQL outside a store`]
      : [],
  );
};

/** A store writes the tables of its own capability. */
export const ownTables: Rule = ({ path, text }) => {
  const capability = /^src\/server\/([\w-]+)\/.*\.store\.ts$/.exec(path)?.[1];
  // The demonstration fills every table; the machinery of the server has no tables but the kernel's.
  const isBound = !['http', 'database', 'demonstration'].includes(capability ?? '');
  if (capability === undefined || !isBound) return [];
  const written = text.matchAll(
    /(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)|\b(?:insert into|delete from|update) (?:only )?([a-z]+_[a-z_]+)/g,
  );
  const foreign = [...written]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((table) => !table.startsWith(`${capability}_`) && !anybodys.test(table));
  return [...new Set(foreign)].map((table) => `${path} writes ${table}`);
};

/** Settings of the installation, and tables that last for one transaction. */
const anybodys = /^(kernel|staged|staging|temp|pg_temp)_/;

/** Titles of tests state rules. */
export const testTitles: Rule = (file) => {
  if (!/\.test\.tsx?$/.test(file.path)) return [];
  return eachLine(file, (line, number) => {
    const title = /^\s*(?:test|it)(?:\.\w+)*(?:\(|.*\]\)\()\s*['"`]([^'"`]+)/.exec(line)?.[1];
    if (title === undefined) return [];
    if (/\bshould\b/i.test(title)) return [`${file.path}:${number}: “should” is no rule`];
    return title.trim().split(/\s+/).length < 3 ? [`${file.path}:${number}: no sentence`] : [];
  });
};

export const rules = {
  names,
  calls,
  leftovers,
  exportsNamed,
  erasable,
  machinePaths,
  fileLength,
  functionLength,
  openingComment,
  sqlInStores,
  ownTables,
  testTitles,
} as const;

function eachLine(
  file: SourceFile,
  look: (line: string, number: number) => readonly string[],
): readonly string[] {
  return file.text.split('\n').flatMap((line, index) => look(line, index + 1));
}

function isDomain(path: string): boolean {
  return path.startsWith('src/domain/') && !isTest(path);
}

function isOurs(path: string): boolean {
  return /^src\/(domain|contract|server|cli|web)\//.test(path) && !isTest(path);
}

/** compose.ts makes the clock; main tells how long a start took; the browser has its own. */
function isGivenTime(path: string): boolean {
  const makers = ['src/server/compose.ts', 'src/server/main.ts'];
  return (
    /^src\/(domain|contract|server|cli)\//.test(path) && !isTest(path) && !makers.includes(path)
  );
}
