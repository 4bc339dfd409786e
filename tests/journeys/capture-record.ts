// What a walk over the pages leaves behind, written page by page, so that a walk that was stopped goes on
// where it stood (`--resume`) and a page can be taken again alone (`--only`): pages.jsonl, findings.txt and one
// sheet that shows all pictures.
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from './page-findings.ts';

export interface Captured {
  readonly pattern: string;
  /** Where it was opened. */
  readonly path: string;
  readonly role: string;
  readonly pictures: readonly string[];
  /** Where it leads. */
  readonly links: readonly string[];
  readonly findings: readonly Finding[];
  /** It said no to this role, so another role may still show it. */
  readonly isClosed: boolean;
}

const linesFile = 'pages.jsonl';

/** The last word on each page of each role. */
export async function readCaptured(folder: string): Promise<readonly Captured[]> {
  const lines = await readFile(join(folder, linesFile), 'utf8').catch(() => '');
  const latest = new Map<string, Captured>();
  for (const line of lines.split('\n').filter((one) => one !== '')) {
    const page = JSON.parse(line) as Captured;
    latest.set(`${page.role} ${page.pattern}`, page);
  }
  return [...latest.values()];
}

export async function keepCaptured(folder: string, page: Captured): Promise<void> {
  await appendFile(join(folder, linesFile), `${JSON.stringify(page)}\n`);
}

/** Findings as lines, alike ones once with all the views they were seen in. */
export function linesOf({ pattern, role, findings }: Captured): readonly string[] {
  const views = new Map<string, string[]>();
  for (const { language, width, what } of findings) {
    const seen = views.get(what) ?? [];
    views.set(what, [...seen, `${language}-${width}`]);
  }
  return [...views].map(([what, seen]) => `${role} ${pattern} [${seen.join(' ')}] ${what}`);
}

export async function writeSheet(folder: string): Promise<readonly Captured[]> {
  const captured = await readCaptured(folder);
  const lines = captured.flatMap(linesOf);
  await writeFile(join(folder, 'findings.txt'), lines.map((line) => `${line}\n`).join(''));
  await writeFile(join(folder, 'index.html'), sheetOf(captured));
  return captured;
}

/** Pages of the product that no link led to. */
export async function neverShown(captured: readonly Captured[]): Promise<readonly string[]> {
  return routesBeyond(captured.map(({ pattern }) => pattern));
}

/** True where a page lies below this one that is none of those shown. */
export async function leadsOn(pattern: string, shown: readonly string[]): Promise<boolean> {
  const own = pattern.split('/');
  const left = await routesBeyond(shown);
  return left.some((route) => {
    const parts = route.split('/');
    return parts.length > own.length && fits(parts.slice(0, own.length), own);
  });
}

async function routesBeyond(shown: readonly string[]): Promise<readonly string[]> {
  const patterns = shown.map((pattern) => pattern.split('/'));
  const routes = await allRoutes();
  // Where somebody begins is another page for everybody.
  return routes.filter((route) => {
    const parts = route.split('/');
    return route !== '/' && !patterns.some((pattern) => fits(parts, pattern));
  });
}

function fits(route: readonly string[], pattern: readonly string[]): boolean {
  return (
    pattern.length === route.length &&
    route.every((part, place) => part.startsWith('$') || part === pattern[place])
  );
}

let routes: Promise<readonly string[]> | undefined;

function allRoutes(): Promise<readonly string[]> {
  routes ??= readRoutes();
  return routes;
}

async function readRoutes(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await routeFiles()) {
    const paths = (await readFile(file, 'utf8')).matchAll(/^ {2}path: '(\/[^']*)'/gm);
    found.push(...[...paths].map(([, path = '']) => path));
  }
  return found;
}

async function routeFiles(): Promise<readonly string[]> {
  const files = await readdir('src/web', { recursive: true });
  return files.filter((file) => /-routes?\.ts$/.test(file)).map((file) => join('src/web', file));
}

/** All pictures on one sheet, a page a row. */
function sheetOf(captured: readonly Captured[]): string {
  const rows = captured.map((page) => {
    const images = page.pictures.map(
      (name) => `<a href="${name}"><img loading="lazy" src="${name}" alt="${name}"></a>`,
    );
    const notes = linesOf(page).map((line) => `<li>${escaped(line)}`);
    return `<h2>${escaped(page.pattern)} <small>${page.role}</small></h2><ul>${notes.join('')}</ul><p>${images.join('')}</p>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Pages</title>
<style>img { height: 240px; margin: 4px; border: 1px solid #ccc; object-fit: cover; object-position: top }</style>${rows.join('\n')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
