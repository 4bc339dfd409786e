// The engine's own pack as texts, to be spoilt by tests: `teaClub({ 'pack.yaml': [['1.0.0', '1.0']] })`.
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { PackProblem } from '#domain/policy/pack/pack-problem.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';

/** Replacements of text by file; a file with the text `null` is left out, a new one is added. */
export type Changes = Readonly<
  Record<string, readonly (readonly [string, string])[] | string | null>
>;

const folder = 'policy/packs/tea-club';

const texts: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`;
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
);

export function teaClub(changes: Changes = {}): ReadonlyMap<string, string> {
  const files = new Map(texts);
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) files.delete(path);
    else if (typeof change === 'string') files.set(path, change);
    else files.set(path, change.reduce(replaced, files.get(path) ?? ''));
  }
  return files;
}

function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return text.replace(from, () => to);
}

export function teaClubPack(changes: Changes = {}): Pack {
  const { pack, problems } = readPack(teaClub(changes));
  if (pack === undefined || problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return pack;
}

/** What the check says of a spoilt club, together with packs beside it. */
export function problemsOf(changes: Changes, beside: readonly Pack[] = []): readonly PackProblem[] {
  const { pack, problems } = readPack(teaClub(changes));
  if (pack === undefined || problems.length > 0) return problems;
  const packs = new Map([...beside, pack].map((one) => [one.manifest.id, one]));
  return checkPack(packs, pack.manifest.id);
}
