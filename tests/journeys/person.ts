// Somebody at a screen: a browser of their own, what they did not want to see noted down.

import axe, { type AxeResults } from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

const running = inject('runningServer');

/** True where there is a browser to make journeys with. */
export const hasBrowser = running.chromium !== '';

export interface Person {
  readonly page: Page;
  /** Errors of the page, and answers it did not expect. */
  readonly complaints: readonly string[];
  leave(): Promise<void>;
}

export interface PersonOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly english?: boolean;
  readonly address?: string;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Somebody opens a browser; nobody is signed in. */
export async function somebody(options: PersonOptions = {}): Promise<Person> {
  const browser = await chromium.launch({ executablePath: running.chromium, args: flags });
  const context = await browser.newContext({
    baseURL: options.address ?? running.address,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: options.english === true ? 'en-GB' : 'zh-CN',
    colorScheme: options.dark === true ? 'dark' : 'light',
  });
  // Chosen on this device, so that it outlasts what another journey made the account prefer.
  const language = options.english === true ? 'en' : 'zh';
  await context.addInitScript(
    `localStorage.getItem('bangfu.language') ?? localStorage.setItem('bangfu.language', '${language}')`,
  );
  const complaints: string[] = [];
  const page = await openPage(context, complaints);
  return { page, complaints, leave: () => browser.close() };
}

/** A demonstration account signs in through the form and lands on its first page. */
export async function signedIn(account: string, options: PersonOptions = {}): Promise<Person> {
  const person = await somebody(options);
  const { page } = person;
  await page.goto('/sign-in');
  await page.locator('input[name=username]').fill(account);
  await page.locator('input[name=password]').fill(running.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return person;
}

export const password = running.password;

async function openPage(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  // What is slow on a busy machine is no fault; what never comes is one a little later.
  page.setDefaultTimeout(40_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return page;
}

/** Findings of axe that keep somebody out: serious and critical ones, each with its place. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return (found as AxeResults['violations'])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/**
 * How far a page can be scrolled sideways, in pixels; a page that has just been made narrow has ten seconds to
 * draw itself anew. What sticks out is said, so that a failure names it.
 */
export async function sideways(page: Page): Promise<number> {
  let width = 0;
  for (let tries = 0; tries < 100; tries += 1) {
    width = Number(await page.evaluate(overhang));
    if (width === 0) return 0;
    await page.waitForTimeout(100);
  }
  console.error(page.url(), await page.evaluate(widest));
  return width;
}

const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

const widest = `[...document.querySelectorAll('main *')]
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth)
  .slice(0, 12)
  .map((one) => one.tagName + '.' + one.className + ' ' + Math.round(one.getBoundingClientRect().right))
  .join('; ')`;
