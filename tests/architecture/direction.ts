// Which file may import which. The address of a file says who runs it and which capability it is of;
// both decide what it may reach for. Style, section 2.
import { posix } from 'node:path';
import { isTest, type SourceFile } from './source-file.ts';

/** Lowest first: a lower one never imports a higher one. The demonstration uses them all. */
export const capabilities = [
  'kernel',
  'access',
  'audit',
  'policy',
  'registry',
  'exchange',
  'casework',
  'targeting',
  'workforce',
  'funds',
  'assistance',
  'monitoring',
  'supervision',
  'insight',
  'fieldwork',
  'publicity',
  'demonstration',
] as const;

/** What each part may import of the others; itself always. */
const reaches: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  server: ['domain', 'contract'],
  web: ['domain', 'contract'],
  cli: ['domain', 'contract', 'server'],
};

/** Packages that only compute: no clock, no files, no network. */
const purePackages: Readonly<Record<string, readonly string[]>> = {
  domain: [
    'zod',
    'yaml',
    '@marcbachmann/cel-js',
    'pinyin-pro',
    'jstat',
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
  ],
  contract: ['zod'],
};

/** Of the server's own machinery, which every capability may use and which uses only these. */
const machinery = ['http', 'database', 'jobs'];
const belowMachinery = ['kernel', 'access', 'audit'];

export function directionProblems(file: SourceFile): readonly string[] {
  const [top, part = ''] = file.path.split('/');
  if (top !== 'src' || isTest(file.path)) return [];
  return importsOf(file).flatMap((target) =>
    isAllowed(file.path, part, target) ? [] : [`${file.path} imports ${target}`],
  );
}

/** What a file imports: `src/…` for our own files, else the package. */
export function importsOf(file: SourceFile): readonly string[] {
  const found = file.text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"\n]+)['"]|(?:^|\n)import\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g,
  );
  return [...found].map((match) => addressOf(file.path, match[1] ?? match[2] ?? match[3] ?? ''));
}

function addressOf(from: string, specifier: string): string {
  if (specifier.startsWith('#tests/')) return specifier.replace('#tests/', 'tests/');
  if (specifier.startsWith('#')) return specifier.replace('#', 'src/');
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return specifier;
}

function isAllowed(from: string, part: string, target: string): boolean {
  if (!target.startsWith('src/')) {
    const pure = purePackages[part];
    const isOurs = target.startsWith('tests/') || target.startsWith('package.json');
    return pure === undefined ? !isOurs : pure.includes(target);
  }
  const [, targetPart = ''] = target.split('/');
  if (targetPart !== part) return reaches[part]?.includes(targetPart) ?? false;
  return part === 'web' || isOrdered(capabilityOf(from), capabilityOf(target));
}

/** The capability of a file, or the machinery it belongs to; undefined for what joins everything. */
export function capabilityOf(path: string): string | undefined {
  const [, part, next = '', ...rest] = path.split('/');
  if (part === 'contract' || part === 'cli') {
    const name = next.replace(/\.tsx?$/, '');
    return capabilities.find((one) => name === one || name.startsWith(`${one}-`));
  }
  return rest.length === 0 ? undefined : next;
}

function isOrdered(from: string | undefined, target: string | undefined): boolean {
  // Files outside the capabilities (compose, routes, main) join everything; nothing below joins them.
  if (from === undefined) return true;
  if (target === undefined) return true;
  if (machinery.includes(target)) return true;
  if (machinery.includes(from)) return belowMachinery.includes(target);
  const names: readonly string[] = capabilities;
  return names.indexOf(from) >= names.indexOf(target);
}
