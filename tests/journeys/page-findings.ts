// What a machine can find wrong with a page as it stands in a browser: it scrolls sideways, somebody is
// kept out, a word was left in the other language. The rest is for whoever opens the picture.
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { type Answers, chineseLeftOn } from './page-words.ts';

export type Language = 'zh' | 'en';

export interface Finding {
  /** The page’s address with its parts that vary named: `/households/:id/income`. */
  readonly pattern: string;
  readonly language: Language;
  readonly width: number;
  readonly what: string;
}

export interface View {
  readonly language: Language;
  readonly width: number;
  /** What the server answered while the page was opened. */
  readonly answers: Answers;
}

/** Addresses of one page have one pattern, whatever household, area or day they are about. */
export function patternOf(path: string): string {
  const [plain = ''] = path.split(/[?#]/);
  const named = plain
    .split('/')
    .map((part, place, parts) => {
      if (parts[place - 1] === 'packs' && place === 2 && part !== 'drafts') return ':pack';
      if (/^(notice|report)$/.test(parts[place - 1] ?? '') && place === 2) return ':code';
      if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part)) return ':id';
      if (/^\d{6,15}$/.test(part)) return ':area';
      if (/^\d{4}-\d{2}(-\d{2})?$/.test(part)) return ':day';
      if (/^\d+$/.test(part)) return ':number';
      if (part.includes('.')) return ':decision';
      return part.length >= 24 ? ':code' : part;
    })
    .join('/');
  return named === '' ? '/' : named.replace(/(?<=.)\/$/, '');
}

/**
 * A page is there when nothing on it says that it is still coming, and its letters, which come last; a stream never
 * rests, so no silence is waited for.
 */
export async function settle(page: Page): Promise<void> {
  await page
    .waitForFunction(
      "document.querySelector('main, [role=main], .board, form') !== null && document.querySelector('[aria-busy=true], main .skeleton') === null",
      undefined,
      { timeout: 30_000 },
    )
    .catch(() => undefined);
  await page
    .waitForFunction('document.fonts.size > 0', undefined, { timeout: 10_000 })
    .catch(() => undefined);
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(250);
}

/** What the page says where it says no, broke or found nothing; undefined where it shows something. */
export async function refusalOn(page: Page): Promise<string | undefined> {
  const said = await page.evaluate(
    "[...document.querySelectorAll('.state[role=alert], .page > .state:first-child:last-child')].map((part) => part.innerText.trim())[0] ?? null",
  );
  return said === null ? undefined : String(said).replaceAll('\n', ' ').slice(0, 120);
}

/** All findings of axe and of the eye of a machine, each as a line. */
export async function lookAt(
  page: Page,
  { language, width, answers }: View,
): Promise<readonly string[]> {
  const found: string[] = [];
  const said = await refusalOn(page);
  if (said !== undefined) found.push(`says: ${said}`);
  const beyond = Number(
    await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    ),
  );
  if (beyond > 0) found.push(`scrolls sideways by ${beyond} px`);
  // Axe takes its time: once where most is shown, once where least fits, each in another language.
  if ((language === 'zh' && width === 1440) || (language === 'en' && width === 390))
    found.push(...(await violationsOn(page)));
  const looks = language === 'en' ? everywhere : [...everywhere, ...inChinese];
  for (const [name, script] of looks) {
    const texts = (await page.evaluate(script)) as readonly string[];
    for (const text of new Set(texts)) found.push(`${name}: ${text.replaceAll('\n', ' ')}`);
  }
  if (language === 'en') {
    const left = await chineseLeftOn(page, answers);
    found.push(...left.slice(0, 8).map((text) => `in Chinese on the English page: ${text}`));
  }
  return found;
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations)",
  )) as AxeResults['violations'];
  return violations.map(
    ({ id, impact, nodes }) =>
      `axe ${impact} ${id}, ${nodes.length} ×: ${nodes[0]?.html.slice(0, 160) ?? ''}`,
  );
}

/** Names of things that are written so in Chinese too. */
const englishLabels = `[...document.querySelectorAll('h1, h2, h3, th, label, legend, summary, button, [role=tab]')]
  .filter((part) => part.closest('[lang=en]') === null)
  .map((part) => part.innerText?.trim() ?? '')
  .filter((text) => /[A-Za-z]{3,}/.test(text) && !/[\\u4e00-\\u9fff]/.test(text))
  .filter((text) => !/^(Excel|English|CSV|PDF|PNG|SVG|GeoJSON|Esc|Enter)$/.test(text))
  .slice(0, 5)
  .map((text) => text.slice(0, 40))`;

/** Words that do not fit their box, and are not shown whole on pointing at them either. */
const cutOff = `[...document.querySelectorAll('main *')]
  .filter((part) => part.childElementCount === 0 && part.clientWidth > 0)
  .filter((part) => part.closest('.visually-hidden, svg, canvas, textarea, input, select') === null)
  .filter((part) => {
    const { overflowX } = getComputedStyle(part);
    return overflowX !== 'visible' && overflowX !== 'auto' && part.scrollWidth > part.clientWidth + 1;
  })
  .filter((part) => part.closest('[title]') === null)
  .slice(0, 5)
  .map((part) => (part.textContent ?? '').trim().slice(0, 40))`;

/** Columns whose figures stand at the right and whose head stands at the left. */
const raggedHeads = `[...document.querySelectorAll('main table')].flatMap((table) => {
  const heads = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])];
  const cells = [...(table.tBodies[0]?.rows[0]?.cells ?? [])];
  if (heads.length !== cells.length || table.clientWidth === 0) return [];
  return heads
    .filter((head, place) => {
      const right = (cell) => ['right', 'end'].includes(getComputedStyle(cell).textAlign);
      return head.innerText.trim() !== '' && right(cells[place]) && !right(head);
    })
    .map((head) => head.innerText.trim());
}).slice(0, 5)`;

/** Figures stand at the right, so that they can be compared; days, numbers of documents and codes that name a row do not. */
const figuresAtTheLeft = `[...document.querySelectorAll('main table')].flatMap((table) => {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const heads = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])];
  return heads.flatMap((head, place) => {
    const cells = rows.map((row) => row.cells[place]).filter((cell) => (cell?.innerText ?? '').trim() !== '');
    const isFigure = (cell) => /^[−-]?\\d{1,3}(,\\d{3})*(\\.\\d+)?( ?[%万亿元])?$/.test(cell.innerText.trim());
    if (cells.every((cell) => cell.tagName === 'TH')) return [];
    // Rows that are cards on a phone have no columns.
    if (cells.some((cell) => getComputedStyle(cell).display !== 'table-cell')) return [];
    if (cells.length < 2 || !cells.every(isFigure) || head.innerText.trim() === '') return [];
    const isRight = ['right', 'end', 'center'].includes(getComputedStyle(cells[0]).textAlign);
    return isRight ? [] : [head.innerText.trim()];
  });
}).slice(0, 5)`;

/** A line the eye cannot follow back to its beginning. */
const longLines = `[...document.querySelectorAll('main p, main li, main dd')]
  .filter((part) => part.innerText?.trim().length > 60 && part.querySelector('p, li, table, div') === null)
  .filter((part) => part.getBoundingClientRect().width > 0 && part.closest('.visually-hidden') === null)
  .filter((part) => !/flex|grid/.test(getComputedStyle(part).display))
  .filter((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    const { width } = range.getBoundingClientRect();
    return width / parseFloat(getComputedStyle(part).fontSize) > 72;
  })
  .slice(0, 3)
  .map((part) => part.innerText.trim().slice(0, 40))`;

/** A cell that stands on its edge: a few letters a line. */
const squeezedCells = `[...document.querySelectorAll('main td, main th')]
  .filter((cell) => cell.clientWidth > 0 && cell.clientWidth < 72 && cell.innerText.trim().length > 8 && cell.clientHeight > 80)
  .slice(0, 3)
  .map((cell) => cell.innerText.trim().slice(0, 30))`;

/** What a programmer sees and nobody else should. */
const rawWords = `([...document.querySelectorAll('main')].map((main) => {
  // Expressions and addresses are written so.
  const codes = [...main.querySelectorAll('code, pre, .cm-editor')].map((code) => code.innerText);
  return codes.reduce((text, code) => (code === '' ? text : text.replaceAll(code, ' ')), main.innerText);
}).join(' ').match(/undefined|\\bNaN\\b|\\bnull\\b|\\[object|Invalid Date|\\b[A-Z]{3,}_[A-Z_]{2,}\\b|\\{\\w+\\}/g) ?? []).slice(0, 5)`;

/** More than one thing to do first is none. */
const manyFirst = `[...document.querySelectorAll('main .button.primary')]
  .filter((button) => button.closest('dialog, li, tr, .block') === null && button.clientWidth > 0)
  .map((button) => button.innerText.trim())
  .slice(1)`;

const headsAmiss = `(() => {
  const heads = [...document.querySelectorAll('h1')].filter((head) => head.getClientRects().length > 0);
  return heads.length === 1 ? [] : [heads.length + ' × h1'];
})()`;

/** Sentences of English on a Chinese page; names of programs and formats are written so in Chinese too. */
const englishSentences = `(() => {
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const part = node.parentElement;
    if (part === null || part.closest('[lang=en], script, style, code, pre, .cm-editor') !== null) continue;
    if (/[A-Za-z]{2,}( [A-Za-z]{2,}){2,}/.test(node.data)) found.push(node.data.trim().slice(0, 50));
  }
  return found.slice(0, 4);
})()`;

const everywhere = [
  ['cut off', cutOff],
  ['head not above its numbers', raggedHeads],
  ['figures at the left', figuresAtTheLeft],
  ['line too long', longLines],
  ['squeezed', squeezedCells],
  ['raw', rawWords],
  ['a second first thing', manyFirst],
  ['headings', headsAmiss],
] as const;
const inChinese = [
  ['in English on the Chinese page', englishLabels],
  ['English sentence on the Chinese page', englishSentences],
] as const;

/** Addresses of the product a page leads to. */
export async function linksOn(page: Page): Promise<readonly string[]> {
  const links = (await page.evaluate(
    "[...document.querySelectorAll('a[href]:not([download])')].map((link) => link.getAttribute('href'))",
  )) as readonly string[];
  return (
    links
      .filter((link) => link.startsWith('/') && !link.startsWith('/api/'))
      // A page of an entry is shown as it is, not with the conditions of whoever leads to it.
      .map((link) => link.replace(/^(\/[^/?#]+)[?#].*$/, '$1'))
  );
}
