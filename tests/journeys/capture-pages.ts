// Takes a picture of every page, in both languages, at the width of a phone, a desk and a large screen, and
// notes what a machine can find wrong with each: `npm run pages`. Pages are found as people find them: each
// role begins where it lands and follows every link. A page that several roles may open is taken by the first and
// opened by the others for where it leads; where a role lands is taken for each, and a household and a helper come by
// an entry of their own and see their own pages. The pictures and one sheet
// that shows them all lie in .cache/pages; a demonstration that runs already is used by BANGFU_JOURNEYS_AT and
// BANGFU_DEMO_PASSWORD.

import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fieldRoles } from '#domain/access/field-role.ts';
import {
  type Captured,
  keepCaptured,
  leadsOn,
  linesOf,
  neverShown,
  readCaptured,
  writeSheet,
} from './capture-record.ts';
import { closeBrowser, type Eye, makeEye, type Place } from './page-eye.ts';
import { type Language, patternOf } from './page-findings.ts';
import { startServer } from './running-server.ts';

/** Whoever comes first takes the picture of a page that several may open. */
const roles = [
  'county',
  'household',
  'helper',
  'village',
  'township',
  'county-approver',
  'bank',
  'department',
  'supervisor',
  'auditor',
  'admin',
  'city',
  'province',
  'nobody',
  'newcomer',
];
/** Other records of one page that are opened for where they lead. */
const triesMax = 8;
const languages: readonly Language[] = ['zh', 'en'];
const widths = [1440, 390, 1920];

const { values } = parseArgs({
  options: {
    /** Pages that begin so, by commas; with pictures in the folder, those again at the addresses they had. */
    only: { type: 'string' },
    roles: { type: 'string', default: roles.join() },
    /** Some of the six: `zh-390,en-1440`. */
    views: { type: 'string' },
    /** In the dark, as a system asks for it that prefers so. */
    dark: { type: 'boolean', default: false },
    /** Each page as it prints beside its pictures. */
    paper: { type: 'boolean', default: false },
    /** Goes on where a walk was stopped. */
    resume: { type: 'boolean', default: false },
    into: { type: 'string', default: '.cache/pages' },
  },
});
const folder = values.into;

interface Walk {
  readonly address: string;
  readonly password: string;
  /** What the folder holds already. */
  readonly before: readonly Captured[];
  /** Patterns that some role has shown. */
  readonly shown: Set<string>;
}

async function main(): Promise<void> {
  const begun = performance.now();
  const isPart = values.only !== undefined || values.resume;
  if (!isPart) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const before = await readCaptured(folder);
  const server = await running();
  const walk: Walk = { ...server, before, shown: new Set() };
  try {
    for (const role of values.roles.split(',')) {
      await walkAs(role, walk).catch((error: unknown) => {
        process.exitCode = 1;
        process.stderr.write(`${role}: ${String(error)}\n`);
      });
    }
  } finally {
    await closeBrowser();
    await server.stop();
  }
  const captured = await writeSheet(folder);
  const pictures = captured.reduce((sum, page) => sum + page.pictures.length, 0);
  const findings = captured.flatMap(linesOf);
  const missing = values.only === undefined ? await neverShown(captured) : [];
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  process.stdout.write(
    `${findings.map((line) => `${line}\n`).join('')}
${missing.map((path) => `never shown: ${path}\n`).join('')}
${captured.length} pages, ${pictures} pictures in ${folder}, ${findings.length} findings, ${minutes} min
`,
  );
}

async function running(): Promise<{ address: string; password: string; stop(): Promise<void> }> {
  const { BANGFU_JOURNEYS_AT: address, BANGFU_DEMO_PASSWORD: password = 'pages-of-2016' } =
    process.env;
  if (address !== undefined) return { address, password, stop: async () => undefined };
  const settings = { BANGFU_DEMO: 'huanjiang', BANGFU_DEMO_PASSWORD: password };
  return { ...(await startServer(settings)), password };
}

async function walkAs(role: string, walk: Walk): Promise<void> {
  // A newcomer meets a system with nothing in it.
  const empty = role === 'newcomer' ? await startServer({ BANGFU_DEMO: 'none' }) : undefined;
  try {
    await walkAt(empty?.address ?? walk.address, role, walk);
  } finally {
    await empty?.stop();
  }
}

async function walkAt(address: string, role: string, walk: Walk): Promise<void> {
  const { shown } = walk;
  const isUnknown = role === 'nobody' || role === 'newcomer';
  const token = isUnknown ? undefined : await tokenOf(walk, role);
  const place: Place = { address, token, isDark: values.dark, isOnPaper: values.paper, folder };
  const eyes = languages.flatMap((language) => {
    const wanted = widths.filter(
      (width) => values.views?.split(',').includes(`${language}-${width}`) !== false,
    );
    return wanted.length === 0 ? [] : [makeEye(language, wanted, place, `${role}-`)];
  });
  const own = walk.before.filter((page) => page.role === role);
  const again = own.filter(({ pattern }) => values.only !== undefined && isAsked(pattern));
  const hasOwnEntry = role === 'newcomer' || fieldRoles.some((one) => one === role);
  const waiting = again.length > 0 ? again.map(({ path }) => path) : [...beginningsOf(role)];
  const met = new Set<string>();
  const spare = new Set<string>();
  let landing: string | undefined;
  const follow = async (paths: string[]): Promise<void> => {
    for (const path of paths) {
      const pattern = patternOf(path);
      if (met.has(pattern)) spare.add(path);
      if (met.has(pattern)) continue;
      met.add(pattern);
      const isTaken =
        shown.has(pattern) && pattern !== landing && !(hasOwnEntry && isLight(pattern));
      // Where somebody begins, what another role has shown and what nobody asked for is opened only for where it leads.
      if (path === '/' || isTaken || !isAsked(pattern)) {
        const [landed, ...links] = (await eyes[0]?.linksAt(path)) ?? [];
        if (path === '/' && landed !== undefined) landing = patternOf(landed);
        paths.push(...(landed === undefined ? [] : [landed, ...links]));
        continue;
      }
      const page = await pageAt(path, { role, eyes, own });
      if (again.length === 0) paths.push(...page.links);
      if (!page.isClosed && !hasOwnEntry) shown.add(pattern);
    }
  };
  await follow(waiting);
  // Another record of a page already seen may lead to a page that nobody has shown.
  const tries = new Map<string, number>();
  for (const path of again.length > 0 || isUnknown ? [] : spare) {
    const pattern = patternOf(path);
    const before = tries.get(pattern) ?? 0;
    if (before === triesMax || !(await leadsOn(pattern, [...shown, ...met]))) continue;
    tries.set(pattern, before + 1);
    await follow([...((await eyes[0]?.linksAt(path)) ?? [])]);
  }
  await Promise.all(eyes.map((eye) => eye.close()));
}

/** Pages of the light entry, which somebody who comes by it sees another way. */
function isLight(pattern: string): boolean {
  return /^\/(set-up|security|households|cases|visits|helpers|plans|deliveries|tasks|problems|orders|grid|market|meetings)\b/.test(
    pattern,
  );
}

interface Turn {
  readonly role: string;
  readonly eyes: readonly Eye[];
  readonly own: readonly Captured[];
}

async function pageAt(path: string, { role, eyes, own }: Turn): Promise<Captured> {
  const pattern = patternOf(path);
  const kept = own.find((page) => page.pattern === pattern);
  if (values.resume && kept !== undefined && kept.pictures.length > 0) return kept;
  const seen = await Promise.all(eyes.map((eye) => eye.see(path)));
  const page: Captured = {
    pattern,
    path,
    role,
    pictures: seen.flatMap(({ pictures }) => pictures),
    links: seen.find(({ links }) => links.length > 0)?.links ?? [],
    findings: seen.flatMap(({ findings }) => findings),
    isClosed: seen.some(({ isClosed }) => isClosed),
  };
  await keepCaptured(folder, page);
  for (const line of linesOf(page)) process.stderr.write(`  ${line}\n`);
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${role} ${pattern}\n`);
  return page;
}

function isAsked(pattern: string): boolean {
  return values.only?.split(',').some((prefix) => pattern.startsWith(prefix)) !== false;
}

function beginningsOf(role: string): readonly string[] {
  if (role === 'newcomer') return ['/set-up'];
  return role === 'nobody' ? ['/sign-in', '/notice', '/report'] : ['/', '/security'];
}

async function tokenOf({ address, password }: Walk, username: string): Promise<string> {
  const answer = await fetch(`${address}/api/access/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (token === undefined) throw new Error(`${username} could not sign in: ${answer.status}`);
  return token;
}

await main();
