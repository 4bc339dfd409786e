// How a pack's names and codes read in each language, for traces and readable documents.

import type { Wording } from '#domain/policy/expression-print.ts';
import type { Rows } from '#domain/policy/pack/pack.ts';

/** Names and codes as people read them; what has no title is shown as it is written. */
export function wordingOf(rows: Rows, language: 'zh' | 'en'): Wording {
  const names = new Map<string, string>();
  const listOfName = new Map<string, string>();
  for (const { row } of [...rows.parameters, ...rows.criteria, ...rows.items]) {
    names.set(row.id, row.title[language]);
  }
  for (const { row } of rows.fields) {
    if (row.of === 'household') names.set(row.id, row.title[language]);
    if (row.of === 'household' && row.list !== undefined) listOfName.set(row.id, row.list);
  }
  const titles = new Map(
    rows.lists.map(({ row }) => [
      row.id,
      new Map(row.codes.map(({ code, title }) => [code, title[language]])),
    ]),
  );
  const answers = new Map(
    rows.items.map(({ row }) => [
      row.id,
      new Map((row.options ?? []).map(({ value, title }) => [value, title[language]])),
    ]),
  );
  return {
    language,
    nameOf: (name) => names.get(name) ?? name,
    codeOf: (code, beside) => {
      const list = beside === undefined ? undefined : listOfName.get(beside);
      return (list === undefined ? undefined : titles.get(list)?.get(code)) ?? code;
    },
    answerOf: (answer, beside) => answers.get(beside ?? '')?.get(answer),
  };
}
