// What somebody waits for at a screen, measured in a real browser on a throttled line: the first page, its
// scripts, presses and keys, a county full of points under the hand, and every view of a county with its
// query.
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import type { ChartSets } from '#contract/insight-charts.ts';
import type { Installation } from './installation.ts';
import { type Line, ms, repeated, timed, timingOf } from './measure.ts';
import { buildFirst } from './start.ts';

const goals = {
  paintMs: 2000,
  scriptKb: 450,
  fieldKb: 150,
  pressMs: 200,
  viewMs: 300,
  frameMs: 50,
} as const;

/** Both as the tools that measure pages define them: 9 and 1.6 Mbit/s down, 170 and 150 ms there and back. */
const lines4g = {
  '4G': { latency: 170, downloadThroughput: 1_125_000, uploadThroughput: 1_125_000 },
  'slow 4G': { latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 },
} as const;
type Line4g = keyof typeof lines4g;

export async function measureViews(installation: Installation): Promise<readonly Line[]> {
  const { BANGFU_CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;
  await buildFirst();
  const address = await installation.listen();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const there = { browser, address, installation };
    return [
      ...(await firstPages(there)),
      await presses(there),
      await panning(there),
      ...(await answers(installation)),
    ];
  } finally {
    await browser.close();
  }
}

interface There {
  readonly browser: Browser;
  readonly address: string;
  readonly installation: Installation;
}

interface Visit {
  readonly account?: string;
  readonly path: string;
  readonly isPhone?: boolean;
}

async function open({ browser, address, installation }: There, visit: Visit) {
  const viewport = visit.isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  const context = await browser.newContext({ baseURL: address, viewport, locale: 'zh-CN' });
  if (visit.account !== undefined) {
    const value = await installation.tokenOf(visit.account);
    await context.addCookies([{ name: 'bangfu_session', value, url: address }]);
  }
  const page = await context.newPage();
  return { page, wire: await context.newCDPSession(page) };
}

/** Each page with nothing kept from before, three times; kilobytes as they came over the line. */
async function firstPages(there: There): Promise<readonly Line[]> {
  const get = await there.installation.as('household');
  const own = (await get('/api/registry/households?limit=1')) as { items: { id: string }[] };
  const pages = [
    ['overview, county', { account: 'county', path: '/overview' }, goals.scriptKb],
    ['public notice', { path: '/notice', isPhone: true }, goals.fieldKb],
    [
      'a household’s own page',
      { account: 'household', path: `/households/${own.items[0]?.id ?? ''}`, isPhone: true },
      goals.fieldKb,
    ],
    ['visits, helper', { account: 'helper', path: '/visits', isPhone: true }, goals.fieldKb],
  ] as const;
  const lines: Line[] = [];
  for (const [what, visit, kb] of pages) {
    const rounds = [];
    for (let round = 0; round < 3; round += 1) rounds.push(await first(there, visit, '4G'));
    const slow = await first(there, visit, 'slow 4G');
    const paint = timingOf(rounds.map((round) => round.paintMs)).medianMs;
    const scripts = Math.max(...rounds.map((round) => round.scriptKb));
    lines.push({
      what: `${what}: largest paint on 4G`,
      goal: `≤ ${goals.paintMs} ms`,
      measured: ms(paint),
      comparison: `median of 3, nothing kept from before; ${ms(slow.paintMs)} on slow 4G`,
      met: paint <= goals.paintMs,
    });
    lines.push({
      what: `${what}: scripts until then`,
      goal: `≤ ${kb} KB`,
      measured: `${scripts.toFixed(0)} KB`,
      comparison: 'compressed, over the line',
      met: scripts <= kb,
    });
  }
  return lines;
}

async function first(there: There, visit: Visit, line: Line4g) {
  const { page, wire } = await open(there, visit);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', {
    offline: false,
    ...lines4g[line],
  });
  const scripts = countScripts(wire);
  await page.addInitScript(
    `globalThis.largest = 0;
     new PerformanceObserver((list) => {
       for (const entry of list.getEntries()) globalThis.largest = entry.startTime;
     }).observe({ type: 'largest-contentful-paint', buffered: true });`,
  );
  await page.goto(visit.path);
  await quiet(page);
  const paintMs = Number(await page.evaluate('globalThis.largest'));
  await page.context().close();
  return { paintMs, scriptKb: scripts.bytes / 1024 };
}

function countScripts(wire: CDPSession): { bytes: number } {
  const counted = { bytes: 0 };
  const scripts = new Set<string>();
  wire.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) counted.bytes += encodedDataLength;
  });
  return counted;
}

/** Screens that keep a stream open never rest; then a while is enough. */
async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 12_000 }).catch(() => undefined);
  await page.waitForTimeout(500);
}

/** Presses and keys as in an official's hour, each from the hand to the next paint. */
async function presses(there: There): Promise<Line> {
  const { page } = await open(there, { account: 'county', path: '/overview' });
  await page.addInitScript(
    `globalThis.presses = [];
     new PerformanceObserver((list) => {
       for (const entry of list.getEntries()) {
         if (entry.interactionId > 0) globalThis.presses.push(entry.duration);
       }
     }).observe({ type: 'event', buffered: true, durationThreshold: 16 });`,
  );
  const times: number[] = [];
  const gather = async () => {
    times.push(...((await page.evaluate('globalThis.presses.splice(0)')) as number[]));
  };
  for (const path of ['/overview', '/households', '/cases', '/charts', '/map', '/problems']) {
    await page.goto(path);
    await quiet(page);
    for (const key of ['Tab', 'Tab', 'j', 'j', 'k', 'Escape']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
    }
    const buttons = page.locator('main button:visible');
    for (let place = 0; place < Math.min(3, await buttons.count()); place += 1) {
      await buttons
        .nth(place)
        .click({ timeout: 2000 })
        .catch(() => undefined);
      await page.waitForTimeout(250);
      await page.keyboard.press('Escape');
    }
    await gather();
  }
  await page.context().close();
  const sorted = [...times].sort((left, right) => left - right);
  const third = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
  return {
    what: 'a press or key until the next paint, county desk',
    goal: `p75 ≤ ${goals.pressMs} ms`,
    measured: `p75 ${ms(third)}`,
    comparison: `${times.length} presses of 16 ms or more, longest ${ms(sorted.at(-1) ?? 0)}`,
    met: third <= goals.pressMs,
  };
}

async function panning(there: There): Promise<Line> {
  const { page } = await open(there, { account: 'county', path: '/map' });
  await page.goto('/map?points=on');
  await quiet(page);
  const box = await page.locator('.map-window').boundingBox();
  const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 200 };
  await page.evaluate(
    `globalThis.frames = []; let last = performance.now();
     const frame = (now) => { globalThis.frames.push(now - last); last = now; requestAnimationFrame(frame); };
     requestAnimationFrame(frame);`,
  );
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  for (let step = 0; step < 90; step += 1) {
    await page.mouse.move(middle.x + 120 * Math.sin(step / 9), middle.y + 80 * Math.cos(step / 9));
  }
  await page.mouse.up();
  const frames = (await page.evaluate('globalThis.frames.splice(0)')) as number[];
  await page.context().close();
  const { p95Ms, medianMs } = timingOf(frames);
  return {
    what: 'the county’s points moved by hand',
    goal: `p95 frame ≤ ${goals.frameMs} ms`,
    measured: `p95 ${ms(p95Ms)}`,
    comparison: `median ${ms(medianMs)}, ${frames.length} frames, drawn without a graphics card`,
    met: p95Ms <= goals.frameMs,
  };
}

/** The views of a county with their queries, through the door. */
async function answers({ as }: Installation): Promise<readonly Line[]> {
  const get = await as('county');
  const { sets } = (await get('/api/insight/charts')) as Pick<ChartSets, 'sets'>;
  const own = sets.filter((set) => set.own);
  const views = [
    ['overview', '/api/insight/overview'],
    ['map', '/api/insight/map'],
    ['points of the map', '/api/insight/map/points'],
    ['quality', '/api/insight/quality'],
    ['measures', '/api/insight/measures'],
    ['explore, one feature', '/api/insight/explore?rows=cause'],
    ['explore, two features', '/api/insight/explore?rows=band&columns=size'],
    ['explore, villages by stage', '/api/insight/explore?rows=village&columns=stage'],
    ['explore, exits by month', '/api/insight/explore?indicator=left&rows=month&columns=part'],
    ['planning board', '/api/insight/board'],
    ['eight accuracies', '/api/insight/accuracies'],
    ...own.flatMap(({ pack, charts }) =>
      charts.map(({ id, title }) => [
        `chart ${title.zh} ${title.en}`,
        `/api/insight/charts/${pack.id}/${id}`,
      ]),
    ),
  ];
  const lines: Line[] = [];
  for (const [what = '', address = ''] of views) {
    const cold = await timed(() => get(address));
    const { medianMs, p95Ms } = await repeated(() => get(address), { runs: 20, warmUp: 2 });
    lines.push({
      what: `view of a county: ${what}`,
      goal: `p95 ≤ ${goals.viewMs} ms`,
      measured: `p95 ${ms(p95Ms)}`,
      comparison: `median ${ms(medianMs)}, the first ${ms(cold)}`,
      met: p95Ms <= goals.viewMs,
    });
  }
  return lines;
}
