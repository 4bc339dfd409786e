// Finds the code a cell means among a pack's code lists: by code, by label in either language, by the
// other writings the list allows. Bare numbers count only where the list itself names them, because the
// national system and the national standard number ethnic groups differently: 4 is 蒙古族 in one and 藏族
// in the other.

import type { CodeOf } from '#domain/exchange/cell-value.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';

/** A code list as a pack keeps it; plain data, so that it can be sent to another process. */
export interface CodeListTexts {
  readonly id: string;
  readonly title: Bilingual;
  readonly codes: readonly {
    readonly code: string;
    readonly title: Bilingual;
    readonly also: readonly string[];
  }[];
}

export interface CodeFinder {
  readonly codeOf: CodeOf;
  readonly listName: (list: string) => string;
}

export function createCodeFinder(lists: readonly CodeListTexts[]): CodeFinder {
  const byText = new Map<string, Map<string, string>>();
  const names = new Map<string, string>();
  for (const list of lists) {
    names.set(list.id, list.title.zh);
    byText.set(list.id, textsOf(list));
  }
  return {
    codeOf: (list, text) => byText.get(list)?.get(textKey(text)),
    listName: (list) => names.get(list) ?? list,
  };
}

/** A label outranks another code's other writing of the same text. */
function textsOf(list: CodeListTexts): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (text: string, code: string): void => {
    if (!texts.has(textKey(text))) texts.set(textKey(text), code);
  };
  for (const { code } of list.codes) add(code, code);
  for (const { code, title } of list.codes) {
    add(title.zh, code);
    add(title.en, code);
  }
  for (const { code, also } of list.codes) for (const text of also) add(text, code);
  return texts;
}

function textKey(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
