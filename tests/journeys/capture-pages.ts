// Takes a picture of every page, in both languages, at the width of a phone, a desk and a large screen, and
// notes what a machine can find wrong with each: `npm run pages`. Pages are found as people find them: each
// role begins where it lands and follows every link. The pictures and one page that shows them all lie in
// .cache/pages; a demonstration that runs already is used by BANGFU_JOURNEYS_AT and BANGFU_DEMO_PASSWORD.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import {
  type Finding,
  type Language,
  linksOn,
  lookAt,
  patternOf,
  settle,
} from './page-findings.ts';
import { startServer } from './running-server.ts';

/** Whoever comes first takes the picture of a page that several may open. */
const roles = [
  'county',
  'household',
  'helper',
  'village',
  'township',
  'bank',
  'department',
  'supervisor',
  'auditor',
  'admin',
  'province',
  'nobody',
];
const widths = [
  [390, 844],
  [1440, 900],
  [1920, 1080],
] as const;
/** A picture of a list without end would be no picture. */
const heightMax = 6000;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    roles: { type: 'string', default: roles.join() },
    /** Some of the six: `zh-390,en-1440`. */
    views: { type: 'string' },
    /** In the dark, as a system asks for it that prefers so. */
    dark: { type: 'boolean', default: false },
    into: { type: 'string', default: '.cache/pages' },
  },
});
const folder = values.into;

interface View {
  readonly language: Language;
  readonly width: number;
  readonly page: Page;
  readonly complaints: string[];
}

interface Captured {
  readonly pattern: string;
  readonly role: string;
  readonly pictures: readonly string[];
}

async function main(): Promise<void> {
  const { BANGFU_CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;
  const server = await running();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const captured: Captured[] = [];
  const findings: Finding[] = [];
  try {
    for (const role of values.roles.split(',')) {
      await walk(browser, { ...server, role, captured, findings });
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  await writeFile(join(folder, 'findings.json'), JSON.stringify(findings, null, 2));
  await writeFile(join(folder, 'index.html'), sheetOf(captured, findings));
  for (const { pattern, language, width, what } of findings) {
    process.stdout.write(`${pattern} ${language} ${width}: ${what}\n`);
  }
  process.stdout.write(
    `\n${captured.length} pages, ${captured.flatMap(({ pictures }) => pictures).length} pictures in ${folder}, ${findings.length} findings\n`,
  );
}

interface Address {
  readonly address: string;
  readonly password: string;
}

async function running(): Promise<Address & { stop(): Promise<void> }> {
  const { BANGFU_JOURNEYS_AT: address, BANGFU_DEMO_PASSWORD: password = 'pages-of-2016' } =
    process.env;
  if (address !== undefined) return { address, password, stop: async () => undefined };
  const settings = { BANGFU_DEMO: 'huanjiang', BANGFU_DEMO_PASSWORD: password };
  return { ...(await startServer(settings)), password };
}

interface Walk extends Address {
  readonly role: string;
  readonly captured: Captured[];
  readonly findings: Finding[];
}

async function walk(browser: Browser, walk: Walk): Promise<void> {
  const { role, captured, findings } = walk;
  const views = await viewsOf(browser, walk);
  const [first] = views;
  const waiting = role === 'nobody' ? ['/sign-in', '/', '/verify', '/forgotten'] : ['/'];
  const met = new Set<string>();
  const begun = waiting.length;
  for (let place = 0; place < waiting.length; place += 1) {
    const path = waiting[place] ?? '/';
    const pattern = patternOf(path);
    if (met.has(pattern)) continue;
    met.add(pattern);
    const isKnown = captured.some((one) => one.pattern === pattern);
    // A page another role has taken is opened only where this one begins, for the links that are its own.
    if (isKnown && place > begun) continue;
    await first?.page.goto(path);
    if (first !== undefined) await settle(first.page);
    const links = first === undefined ? [] : await linksOn(first.page);
    waiting.push(...links);
    if (isKnown || (values.only !== undefined && !pattern.startsWith(values.only))) continue;
    const pictures: string[] = [];
    for (const view of views) {
      pictures.push(await take(view, path));
      const told = [...(await lookAt(view.page, view.language)), ...view.complaints.splice(0)];
      const { language, width } = view;
      findings.push(...told.map((what) => ({ pattern, language, width, what })));
    }
    captured.push({ pattern, role, pictures });
    process.stderr.write(`  ${role} ${pattern}\n`);
  }
  await Promise.all(views.map(({ page }) => page.context().close()));
}

async function viewsOf(
  browser: Browser,
  { address, password, role }: Walk,
): Promise<readonly View[]> {
  const token = role === 'nobody' ? undefined : await tokenOf({ address, password }, role);
  const views: View[] = [];
  for (const language of ['zh', 'en'] as const) {
    for (const [width, height] of widths) {
      if (values.views?.split(',').includes(`${language}-${width}`) === false) continue;
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width, height },
        locale: language === 'en' ? 'en-GB' : 'zh-CN',
        colorScheme: values.dark ? 'dark' : 'light',
      });
      if (token !== undefined) {
        await context.addCookies([{ name: 'bangfu_session', value: token, url: address }]);
      }
      await context.addInitScript(`localStorage.setItem('bangfu.language', '${language}')`);
      const page = await context.newPage();
      page.setDefaultTimeout(90_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
      });
      views.push({ language, width, page, complaints });
    }
  }
  return views;
}

async function tokenOf({ address, password }: Address, username: string): Promise<string> {
  const answer = await fetch(`${address}/api/access/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (token === undefined) throw new Error(`${username} could not sign in: ${answer.status}`);
  return token;
}

async function take({ page, language, width }: View, path: string): Promise<string> {
  await page.goto(path);
  await settle(page);
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  const name = `${patternOf(path).slice(1).replaceAll(/[/:]/g, '-') || 'home'}-${language}-${width}.png`;
  await page.screenshot({
    path: join(folder, name),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, heightMax) },
    // Beside other work a long page takes its time.
    timeout: 180_000,
  });
  return name;
}

/** All pictures on one sheet, a page a row. */
function sheetOf(captured: readonly Captured[], findings: readonly Finding[]): string {
  const rows = captured.map(({ pattern, role, pictures }) => {
    const own = findings.filter((finding) => finding.pattern === pattern);
    const images = pictures.map(
      (name) => `<a href="${name}"><img loading="lazy" src="${name}"></a>`,
    );
    const notes = own.map(
      ({ language, width, what }) => `<li>${language} ${width}: ${escaped(what)}`,
    );
    return `<h2>${escaped(pattern)} <small>${role}</small></h2><ul>${notes.join('')}</ul><p>${images.join('')}</p>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Pages</title>
<style>img { height: 240px; margin: 4px; border: 1px solid #ccc; object-fit: cover; object-position: top }</style>${rows.join('\n')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

await main();
