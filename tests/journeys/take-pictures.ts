// Takes the pictures of the documents from a running demonstration:
// BANGFU_JOURNEYS_AT=http://127.0.0.1:8080 BANGFU_DEMO_PASSWORD=… npx tsx tests/journeys/take-pictures.ts

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const {
  BANGFU_JOURNEYS_AT: address = 'http://127.0.0.1:8080',
  BANGFU_DEMO_PASSWORD: password = '',
  BANGFU_CHROMIUM: executablePath = '/usr/bin/chromium',
} = process.env;
const folder = 'docs/pictures';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Pressed before the picture is taken. */
  readonly press?: string;
}

const session = await fetch(`${address}/api/access/sessions`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ username: 'county', password }),
});
const { token } = (await session.json()) as { token: string };
const list = await fetch(
  `${address}/api/registry/households?stage=EXIT_STANDARD&sort=name&limit=1`,
  {
    headers: { authorization: `Bearer ${token}` },
  },
);
const { items } = (await list.json()) as { items: { id: string }[] };
const household = `/households/${items[0]?.id}`;

const pictures: readonly Picture[] = [
  { name: 'overview', path: '/overview', press: '.tile' },
  { name: 'overview-en', path: '/overview', language: 'en', press: '.tile' },
  { name: 'overview-dark', path: '/overview', theme: 'dark', press: '.tile' },
  { name: 'overview-phone', path: '/overview', width: 390, height: 844 },
  { name: 'household', path: `${household}/income` },
  { name: 'household-en', path: `${household}/income`, language: 'en' },
  { name: 'household-phone', path: household, width: 390, height: 844 },
  { name: 'households', path: '/households?stage=EXIT_STANDARD' },
  {
    name: 'simulation',
    path: `/simulations?b=${encodeURIComponent('[{"kind":"cutOff","value":62}]')}`,
  },
  { name: 'figures', path: '/figures' },
];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const picture of pictures) await take(picture);
await browser.close();

async function take({ name, path, language, theme, width, height, press }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: width ?? 1440, height: height ?? 900 },
    deviceScaleFactor: width === undefined ? 1 : 2,
  });
  await context.addCookies([{ name: 'bangfu_session', value: token, url: address }]);
  await context.addInitScript(
    `localStorage.setItem('bangfu.language', '${language ?? 'zh'}');
     localStorage.setItem('bangfu.appearance', '${theme ?? 'light'}');`,
  );
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  if (press !== undefined) await page.locator(press).first().click();
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
