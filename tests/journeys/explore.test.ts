// A county officer cuts an indicator, reads a number, opens the households behind it, and saves the
// question for the townships; the neighbouring county sees none of it.
import { afterEach, describe, expect, test } from 'vitest';
import { pagesPrintedBy } from './paper.ts';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

/** Of the demonstration; the first village of its first township. */
const village = '451226100001';

/** Points of the smallest type on each paper. */
const smallestType = [
  ['A4', 9],
  ['A3', 10.5],
  ['A1', 18],
] as const;

interface PrintedBoard {
  readonly sheets: number;
  readonly rows: number;
  readonly cut: readonly string[];
  readonly smallest: number;
}

/** In the page: what its sheets hold, as they are printed. */
const printedBoard = `() => {
  const sheets = [...document.querySelectorAll('.board-frame > .board')];
  const cut = [];
  let smallest = Infinity;
  for (const sheet of sheets) {
    const zoom = Number(getComputedStyle(sheet).zoom);
    const room = sheet.querySelector('.board-room').getBoundingClientRect();
    const growth = Number(sheet.querySelector('.board-body').style.zoom);
    for (const part of sheet.querySelectorAll('h2, p, span, b, th, td, small, .board-box')) {
      if (part.innerText === '' || part.closest('.visually-hidden')) continue;
      const isBody = part.closest('.board-room') !== null;
      const points = parseFloat(getComputedStyle(part).fontSize) * zoom * (isBody ? growth : 1) * 0.75;
      smallest = Math.min(smallest, points);
      const place = isBody ? room : sheet.getBoundingClientRect();
      const { right, bottom } = part.getBoundingClientRect();
      if (right > place.right + 1 || bottom > place.bottom + 1) cut.push(part.innerText);
    }
  }
  const rows = document.querySelectorAll('.board-frame tbody tr').length;
  return { sheets: sheets.length, rows, cut, smallest };
}`;

describe.skipIf(!hasBrowser)('exploring', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('from a table to the households of one number, whose count is the same', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/explore?rows=part&columns=stage');
    const cell = page.locator('.chart-table tbody td.number a').first();
    await cell.waitFor();
    const count = await cell.innerText();
    expect(await barriers(page)).toEqual([]);

    await cell.click();
    await page.waitForURL(/\/households\?/);
    await page
      .getByText(new RegExp(`${count} 户`))
      .first()
      .waitFor();
  });

  test('from the wall to one household in four clicks, and the neighbour reaches none of it', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/charts');
    await page.locator('.chart-card').first().click();
    await page.locator('.chart-table tbody td.number a').first().click();
    await page.waitForURL(/\/households\?/);
    await page.locator('.household-table tbody tr').first().click();
    await page.locator('.household-panel a[href^="/households/"]').first().click();
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    const { pathname } = new URL(page.url());

    const neighbour = await signedIn('county2');
    try {
      await neighbour.page.goto(pathname);
      await neighbour.page.locator('[role=alert]').first().waitFor();
    } finally {
      await neighbour.leave();
    }
  });

  test('the roll of a village is a board of as many pages as sheets, every household on one of them, none cut and none set too small [HH-07]', async () => {
    for (const english of [false, true]) {
      person = await signedIn('county', { english });
      const { page } = person;
      await page.goto(`/charts/huaihua-2015/villageRoll?area=${village}`);
      const desk = page.locator('.chart-table tbody tr');
      await desk.first().waitFor();
      const households = await desk.count();
      expect(households).toBeGreaterThan(40);

      for (const [paper, least] of smallestType) {
        await page.goto(`/charts/huaihua-2015/villageRoll/board?area=${village}&paper=${paper}`);
        await page.locator('.board-frame > .board').nth(1).waitFor();
        await page
          .getByRole('button', { name: english ? 'Register and preview' : '登记并预览' })
          .click();
        const printed = await pagesPrintedBy(
          page,
          page.getByRole('button', { name: english ? `Print ${paper}` : `打印 ${paper}` }),
        );
        await page.emulateMedia({ media: 'print' });
        const board = await page.evaluate<PrintedBoard>(`(${printedBoard})()`);
        expect(board.sheets, paper).toBeGreaterThan(1);
        expect(board.rows, paper).toBe(households);
        expect(board.cut, paper).toEqual([]);
        expect(board.smallest, paper).toBeGreaterThan(least - 0.05);
        await page.emulateMedia({ media: null });
        expect(printed, paper).toBe(board.sheets);
      }
      if (!english) await person.leave();
    }
  });

  test('the planning board is worked by keyboard alone and shows no barrier', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/board');
    const square = page.locator('.board-square').first();
    await square.focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.board-square[aria-pressed=true]').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('on a phone nothing is wider than the screen', async () => {
    person = await signedIn('county', { width: 390 });
    const { page } = person;
    await page.goto('/explore?indicator=exitedShare');
    await page.locator('.chart-table').waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  test('the neighbour’s numbers are their own', async () => {
    person = await signedIn('county2');
    const { page } = person;
    await page.goto('/explore?rows=part&area=451226');
    await page.locator('[role=alert]').first().waitFor();
    expect(await page.getByText('思恩镇').count()).toBe(0);
  });
});
