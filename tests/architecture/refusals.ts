// Every refusal of the house with the file that states it, and what its call sites give it.
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import { importsOf } from './direction.ts';
import { filesIn, isTest, type SourceFile } from './source-file.ts';

export interface StatedRefusal {
  readonly path: string;
  /** As exported or declared: `tooManyAttempts`. */
  readonly name: string;
  readonly kind: RefusalKind;
}

const statement =
  /const (\w+) = \{\s*code: '([^']+)',\s*status: (\d+),\s*message: \{\s*zh:\s*'((?:[^'\\]|\\.)*)',\s*en:\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"),?\s*\},?\s*\} as const satisfies RefusalKind/g;

export const sources = (): readonly SourceFile[] =>
  filesIn(['src'], ['.ts', '.tsx']).filter(({ path }) => !isTest(path));

/** Reads the catalogue from the text, so that one stated in a form of its own is missed by none. */
export function statedRefusals(files: readonly SourceFile[]): readonly StatedRefusal[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(statement)].map((match) => ({
      path,
      name: match[1] ?? '',
      kind: {
        code: match[2] ?? '',
        status: Number(match[3]) as RefusalKind['status'],
        message: { zh: match[4] ?? '', en: match[5] ?? match[6] ?? '' },
      },
    })),
  );
}

export function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}

/** Places that refuse without a fact the message names. Facts given as a variable are not followed. */
export function unfilled(refusal: StatedRefusal, files: readonly SourceFile[]): readonly string[] {
  const wanted = placeholdersOf(refusal.kind.message.zh);
  if (wanted.length === 0) return [];
  const call = new RegExp(`\\b(?:refuse|new Refusal)\\(\\s*(?:\\w+\\.)?${refusal.name}\\b`, 'g');
  const users = files.filter(
    (file) => file.path === refusal.path || importsKept(file).includes(refusal.path),
  );
  return users.flatMap(({ path, text }) =>
    [...text.matchAll(call)].flatMap((match) => {
      const given = argumentsAfter(text, (match.index ?? 0) + match[0].length);
      if (given !== '' && !given.startsWith('{')) return [];
      const missing = wanted.filter((name) => !new RegExp(`\\b${name}\\b`).test(given));
      return missing.map((name) => `${path}: ${refusal.kind.code} without {${name}}`);
    }),
  );
}

const kept = new WeakMap<SourceFile, readonly string[]>();

/** The same files are looked at for every refusal. */
function importsKept(file: SourceFile): readonly string[] {
  const known = kept.get(file) ?? importsOf(file);
  kept.set(file, known);
  return known;
}

/** What stands between the refusal's name and the end of the call. */
function argumentsAfter(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
  }
  return text
    .slice(from, at - 1)
    .replace(/^[\s,]+/, '')
    .trim();
}
