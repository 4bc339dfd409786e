// What a machine can find wrong with a page as it stands in a browser: it scrolls sideways, somebody is
// kept out, a word was left in the other language. The rest is for whoever opens the picture.
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

export type Language = 'zh' | 'en';

export interface Finding {
  /** The page’s address with its parts that vary named: `/households/:id/income`. */
  readonly pattern: string;
  readonly language: Language;
  readonly width: number;
  readonly what: string;
}

/** Addresses of one page have one pattern, whatever household, area or day they are about. */
export function patternOf(path: string): string {
  const [plain = ''] = path.split(/[?#]/);
  const named = plain
    .split('/')
    .map((part) => {
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

/** A page is there when nothing on it says that it is still coming; a stream never rests, so no silence is waited for. */
export async function settle(page: Page): Promise<void> {
  await page
    .waitForFunction(
      "document.querySelector('main, [role=main], .board, form') !== null && document.querySelector('[aria-busy=true], main .skeleton') === null",
      undefined,
      { timeout: 30_000 },
    )
    .catch(() => undefined);
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(400);
}

/** All findings of axe and of the eye of a machine, each as a line. */
export async function lookAt(page: Page, language: Language): Promise<readonly string[]> {
  const found: string[] = [];
  const beyond = Number(
    await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    ),
  );
  if (beyond > 0) found.push(`scrolls sideways by ${beyond} px`);
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )) as AxeResults['violations'];
  for (const { id, impact, nodes } of violations) {
    found.push(`axe ${impact} ${id}, ${nodes.length} ×: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
  }
  const list = async (script: string) => (await page.evaluate(script)) as readonly string[];
  if (language === 'en') {
    for (const text of await list(chineseLabels))
      found.push(`in Chinese on the English page: ${text}`);
  } else {
    for (const text of await list(englishLabels))
      found.push(`in English on the Chinese page: ${text}`);
  }
  for (const text of await list(cutOff)) found.push(`cut off: ${text}`);
  for (const text of await list(raggedHeads)) found.push(`head not above its numbers: ${text}`);
  return found;
}

/** Words of the product’s own; what people and places are called is theirs and stays. */
const chineseLabels = `[...document.querySelectorAll('h1, th, label, legend, summary, button, [role=tab]')]
  .filter((part) => part.closest('[lang=zh], [lang^=zh-]') === null)
  .map((part) => part.innerText?.trim() ?? '')
  .filter((text) => /[\\u4e00-\\u9fff]/.test(text))
  .slice(0, 5)
  .map((text) => text.slice(0, 40))`;

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

/** Addresses of the product a page leads to. */
export async function linksOn(page: Page): Promise<readonly string[]> {
  const links = (await page.evaluate(
    "[...document.querySelectorAll('a[href]:not([download])')].map((link) => link.getAttribute('href'))",
  )) as readonly string[];
  return links.filter((link) => link.startsWith('/') && !link.startsWith('/api/'));
}
