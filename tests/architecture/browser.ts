// What reaches the browser: the packages a page would carry, followed through every import of a value.
// Types cost nothing; a list of words taken from a contract brings the schemas of the whole contract along.
import { posix } from 'node:path';
import { isTest, type SourceFile } from './source-file.ts';

/** Packages that check or parse what the server takes in; a page needs none of them. */
const serverOnly = /^(?:zod|yaml|@marcbachmann\/cel-js|pinyin-pro|kysely|fastify)(?:\/|$)/;

/** `a.ts > b.ts > zod`: how a page of the browser comes by a package that belongs to the server. */
export function burdensOf(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const known = new Map<string, readonly string[]>();
  const wayFrom = (path: string): readonly string[] => {
    const found = known.get(path);
    if (found !== undefined) return found;
    known.set(path, []);
    const file = byPath.get(path);
    const targets = file === undefined ? [] : valuesImportedBy(file);
    const direct = targets.find((target) => serverOnly.test(target));
    const way =
      direct === undefined ? (targets.map(wayFrom).find((one) => one.length > 0) ?? []) : [direct];
    known.set(path, way.length === 0 ? [] : [path, ...way]);
    return known.get(path) ?? [];
  };
  return files
    .filter(({ path }) => path.startsWith('src/web/') && !isTest(path))
    .map(({ path }) => wayFrom(path).join(' > '))
    .filter((way) => way !== '');
}

/** Files and packages whose values a file imports; `import type` and lists of types alone are left out. */
export function valuesImportedBy({ path, text }: SourceFile): readonly string[] {
  const imports = text.matchAll(
    /(?:^|\n)(?:import|export)\s+(?!type\b)([^;'"]*?)\s*\bfrom\s*['"]([^'"\n]+)['"]/g,
  );
  return [...imports].flatMap(([, names = '', from = '']) =>
    isOnlyTypes(names) ? [] : [addressOf(path, from)],
  );
}

function isOnlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (listed === undefined) return false;
  const parts = listed.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '').every((part) => part.startsWith('type '));
}

function addressOf(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.replace('#', 'src/');
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return specifier;
}
