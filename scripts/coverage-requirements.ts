// Lists every requirement id with the tests that prove it and the packs that hold it, and those still
// without a test. Usage: npm run coverage:requirements [-- --json]
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly kind: 'software' | 'recorded' | 'statistic';
}

const root = fileURLToPath(new URL('..', import.meta.url));
const idPattern = /\b(?:HJ|GS|JJ|HH|TL|PF|AT)-[A-Z0-9-]*\d+\b/g;

function filesBelow(folder: string, wanted: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Titles are the string literals that carry ids in square brackets, in test files only. */
function titlesByRequirement(): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>();
  const files = ['src', 'tests'].flatMap((folder) => filesBelow(folder, /\.test\.tsx?$/));
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(
      /(['"`])((?:\\.|(?!\1)[^\\\n])*\[[A-Z]{2}-[^\]\n]+\][^'"`\n]*)\1/g,
    )) {
      const title = match[2] ?? '';
      for (const bracket of title.matchAll(/\[([^\]]+)\]/g)) {
        for (const id of bracket[1]?.match(idPattern) ?? []) {
          titles.set(id, [...(titles.get(id) ?? []), title]);
        }
      }
    }
  }
  return titles;
}

/** Packs name ids in `requirements:` lists, in one line or several. */
function packsByRequirement(): ReadonlyMap<string, readonly string[]> {
  const packs = new Map<string, string[]>();
  for (const file of filesBelow('policy/packs', /\.ya?ml$/)) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const list of text.matchAll(/requirements:\s*(\[[^\]]*\]|(?:\n\s*-\s*\S+)+)/g)) {
      for (const id of list[1]?.match(idPattern) ?? []) {
        packs.set(id, [...new Set([...(packs.get(id) ?? []), file])]);
      }
    }
  }
  return packs;
}

function report(asJson: boolean): void {
  const requirements = JSON.parse(
    readFileSync(join(root, 'policy/requirements.json'), 'utf8'),
  ) as readonly Requirement[];
  const tests = titlesByRequirement();
  const packs = packsByRequirement();
  const covered = requirements
    .filter(({ id }) => tests.has(id))
    .map(({ id }) => ({ id, tests: tests.get(id) ?? [], packs: packs.get(id) ?? [] }));
  const missing = requirements.filter(({ id }) => !tests.has(id)).map(({ id }) => id);
  const held = requirements
    .filter(({ id }) => packs.has(id))
    .map(({ id }) => ({ id, packs: packs.get(id) ?? [] }));
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ covered, missing, held }, null, 2)}\n`);
    return;
  }
  for (const { id, title, kind } of requirements) {
    const proofs = (tests.get(id) ?? []).map((test) => `    proved: ${test}`);
    const places = (packs.get(id) ?? []).map((file) => `    held:   ${file}`);
    const lines = [...proofs, ...places];
    process.stdout.write(`${lines.length > 0 ? '●' : '○'} ${id} ${title} (${kind})\n`);
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  }
  process.stdout.write(
    `\n${covered.length} of ${requirements.length} proved by tests, ${held.length} held in packs, ${missing.length} without a test\n`,
  );
}

const words = process.argv.slice(2);
if (words.includes('--help')) {
  process.stdout.write('npm run coverage:requirements [-- --json]\n');
} else if (words.some((word) => word !== '--json')) {
  process.stderr.write('coverage:requirements takes --json or nothing\n');
  process.exitCode = 2;
} else {
  report(words.includes('--json'));
}
