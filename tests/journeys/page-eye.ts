// One pair of eyes on the product: a role, a language, and a browser page that is opened anew when it breaks.
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import {
  type Finding,
  type Language,
  linksOn,
  lookAt,
  patternOf,
  refusalOn,
  settle,
} from './page-findings.ts';
import { makeAnswers } from './page-words.ts';

export interface Place {
  readonly address: string;
  readonly token: string | undefined;
  readonly isDark: boolean;
  /** Each page as it prints, too. */
  readonly isOnPaper: boolean;
  readonly folder: string;
}

export interface Seen {
  readonly pictures: readonly string[];
  readonly links: readonly string[];
  readonly findings: readonly Finding[];
  readonly isClosed: boolean;
}

/** Heights of the screens of each width. */
const heights: Readonly<Record<number, number>> = { 390: 844, 1440: 900, 1920: 1080 };
/** A picture of a list without end would be no picture. */
const heightMax = 3600;
const patienceMs = 60_000;

const { BANGFU_CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
/** A signal ends the walk itself, and the browser with it. */
const ended = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
let launching: Promise<Browser> | undefined;

/** One browser for all eyes; a browser that fell is started again. */
async function openBrowser(): Promise<Browser> {
  const before = launching;
  const known = await before?.catch(() => undefined);
  if (known?.isConnected() === true) return known;
  // Whoever came first has launched it meanwhile.
  if (launching === before) launching = chromium.launch({ executablePath, args: flags, ...ended });
  return launching ?? openBrowser();
}

export async function closeBrowser(): Promise<void> {
  await (await launching?.catch(() => undefined))?.close().catch(() => undefined);
}

export interface Eye {
  readonly language: Language;
  /** Where a page leads, the address it landed at first; nothing where it did not open. */
  linksAt(path: string): Promise<readonly string[]>;
  /** Opens the page once and looks at it at each width. Never throws: what went wrong is a finding. */
  see(path: string): Promise<Seen>;
  close(): Promise<void>;
}

export function makeEye(
  language: Language,
  widths: readonly number[],
  place: Place,
  prefix: string,
): Eye {
  const [widest = 1440] = [1440, ...widths].filter((width) => widths.includes(width));
  let page: Page | undefined;
  let complaints: string[] = [];
  const answers = makeAnswers();

  async function opened(): Promise<Page> {
    const isThere = page?.isClosed() === false && page.context().browser()?.isConnected() === true;
    if (page !== undefined && isThere) return page;
    page = await newPage(language, place, (complaint) => complaints.push(complaint));
    page.on('response', (response) => answers.hear(response));
    return page;
  }

  async function close(): Promise<void> {
    await page
      ?.context()
      .close()
      .catch(() => undefined);
    page = undefined;
  }

  async function linksAt(path: string): Promise<readonly string[]> {
    try {
      const here = await opened();
      await here.goto(path);
      await settle(here);
      return [new URL(here.url()).pathname, ...(await linksOn(here))];
    } catch {
      await close();
      return [];
    }
  }

  async function see(path: string): Promise<Seen> {
    const pattern = patternOf(path);
    const seen: { pictures: string[]; links: readonly string[]; findings: Finding[] } = {
      pictures: [],
      links: [],
      findings: [],
    };
    let isClosed = false;
    complaints = [];
    let width = widest;
    const find = (what: string) => seen.findings.push({ pattern, language, width, what });
    try {
      const here = await opened();
      await here.setViewportSize(sizeOf(widest));
      await here.goto(path);
      await settle(here);
      seen.links = await linksOn(here);
      isClosed = (await refusalOn(here)) !== undefined;
      for (width of inOrder(widths, widest)) {
        await here.setViewportSize(sizeOf(width));
        await settle(here);
        const told = await lookAt(here, { language, width, answers });
        for (const what of [...told, ...complaints.splice(0)]) find(what);
        const name = `${prefix}${nameOf(pattern)}-${language}-${width}.jpg`;
        seen.pictures.push(await take(here, place.folder, name));
      }
      if (place.isOnPaper) {
        const file = `${prefix}${nameOf(pattern)}-${language}.pdf`;
        await here.pdf({ path: join(place.folder, file), preferCSSPageSize: true });
      }
    } catch (error) {
      find(`could not be looked at: ${String(error).split('\n')[0] ?? ''}`);
      await close();
    }
    return { ...seen, isClosed };
  }

  return { language, linksAt, see, close };
}

async function newPage(
  language: Language,
  { address, token, isDark }: Place,
  complain: (what: string) => void,
): Promise<Page> {
  const context = await (await openBrowser()).newContext({
    baseURL: address,
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  if (token !== undefined) {
    await context.addCookies([{ name: 'bangfu_session', value: token, url: address }]);
  }
  await context.addInitScript(`localStorage.setItem('bangfu.language', '${language}')`);
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  page.on('pageerror', (error) => complain(`error: ${error.message}`));
  page.on('response', (response) => {
    const status = response.status();
    const isDoor = token === undefined && status === 401;
    if (status >= 400 && !isDoor)
      complain(`${status} ${patternOf(new URL(response.url()).pathname)}`);
  });
  return page;
}

/** The whole page as a picture; gives its name. */
async function take(here: Page, folder: string, name: string): Promise<string> {
  const { width, height } = here.viewportSize() ?? sizeOf(1440);
  const whole = Number(await here.evaluate('document.documentElement.scrollHeight'));
  const tall = Math.min(Math.max(whole, height), heightMax);
  // What lies fixed at the foot of a phone lies at the foot of the picture, not across its middle.
  if (width < 720) await here.setViewportSize({ width, height: tall });
  await here.screenshot({
    path: join(folder, name),
    type: 'jpeg',
    quality: 88,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: tall },
    timeout: 120_000,
  });
  return name;
}

function sizeOf(width: number) {
  return { width, height: heights[width] ?? 1080 };
}

/** The width it was opened at first, so that nothing is drawn twice. */
function inOrder(widths: readonly number[], first: number): readonly number[] {
  return [...new Set([first, ...widths])].filter((width) => widths.includes(width));
}

function nameOf(pattern: string): string {
  return pattern.slice(1).replaceAll(/[/:]+/g, '-') || 'home';
}
