// Whose words stand on a page. What people, villages and papers are called came in an answer of the server and
// stays as it is; what is left in Chinese on an English page is ours and was forgotten.
import type { Page, Response } from 'playwright-core';
import { shortNameOf } from '#domain/registry/area.ts';

const chinese = /[㐀-鿿]/;
/** Marks that an English sentence does not know. */
const ofChinese = /[㐀-鿿、。，：；（）“”]/;

export interface Answers {
  hear(response: Response): void;
  /** What the server has answered in Chinese and in no other language. */
  theirs(): Promise<ReadonlySet<string>>;
}

/** Listens to what the server answers; an answer that could not be read says nothing. */
export function makeAnswers(): Answers {
  let waiting: Promise<void>[] = [];
  // What came by a stream came in an answer of another page.
  const known = new Set<string>();

  async function read(response: Response): Promise<void> {
    const answer: unknown = await response.json().catch(() => undefined);
    gatherWords(answer, known);
  }

  return {
    hear(response) {
      // A stream never ends.
      const isWhole = response.headers()['content-type']?.includes('json') === true;
      if (isWhole) waiting.push(read(response));
    },
    async theirs() {
      await Promise.all(waiting);
      waiting = [];
      return known;
    },
  };
}

/** Words with an English half beside them are the product’s or the rule book’s: `{ zh, en }`. */
export function gatherWords(answer: unknown, into: Set<string>): void {
  if (typeof answer === 'string') {
    if (!chinese.test(answer)) return;
    for (const line of answer.split('\n')) into.add(plainOf(line)).add(shortNameOf(plainOf(line)));
    return;
  }
  if (typeof answer !== 'object' || answer === null) return;
  for (const [key, value] of Object.entries(answer)) {
    if (chinese.test(key)) into.add(plainOf(key));
    if (!(key === 'zh' && 'en' in answer)) gatherWords(value, into);
  }
}

/** Of the words on an English page those that nobody but the product can have put there. */
export function wordsLeft(
  texts: readonly string[],
  theirs: ReadonlySet<string>,
): readonly string[] {
  return texts.filter((text) => {
    const plain = plainOf(text);
    if (!ofChinese.test(plain)) return false;
    // Names lie over one another: what none of them covers is left.
    const left = [...plain];
    const places = left.map((_, place) => left.slice(0, place).join('').length);
    for (const name of theirs) {
      if (name === '') continue;
      for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
        places.forEach((place, letter) => {
          if (place >= at && place < at + name.length) left[letter] = ' ';
        });
      }
    }
    // `3.5万` is read as an amount in both languages.
    return ofChinese.test(left.join('').replaceAll(/\d[万亿]/g, '0'));
  });
}

function plainOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What a page itself wrote in Chinese is meant so; what only arrived in it is marked too, and looked at. */
const textsInChinese = `(() => {
  const meant = '[lang^=zh]:not([data-in-chinese])';
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const part = node.parentElement;
    if (part === null || part.closest(meant + ', script, noscript, style, code, pre, .cm-editor') !== null) continue;
    if (/[\\u3400-\\u9fff、。，：；（）]/.test(node.data)) found.add(node.data.trim());
  }
  for (const part of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (part.closest(meant) !== null) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const words = part.getAttribute(name) ?? '';
      if (/[\\u3400-\\u9fff、。，：；（）]/.test(words)) found.add(words.trim());
    }
  }
  return [...found];
})()`;

/** What an English page says in Chinese although nobody but the product can have written it. */
export async function chineseLeftOn(page: Page, answers: Answers): Promise<readonly string[]> {
  const texts = (await page.evaluate(textsInChinese)) as readonly string[];
  return wordsLeft(texts, await answers.theirs()).map((text) => text.slice(0, 60));
}
