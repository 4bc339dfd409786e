// Pages of books for the template that sets them all.
import qrcode from 'qrcode-generator';
import type { BookPage } from '#domain/assistance/book.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { Typeset } from '#server/kernel/typeset.ts';
import { typesetInProcess } from '#server/kernel/typeset-in-process.ts';

export interface PrintTask {
  readonly pages: readonly BookPage[];
  readonly size: 'a4' | 'a3';
  readonly language: Language;
  /** Day of printing, rules, and that it is a demonstration. */
  readonly foot: string;
}

export function setBook(task: PrintTask): Promise<Typeset> {
  const template = new URL('./book.typ', import.meta.url).href;
  return typesetInProcess({ template, data: JSON.stringify(contentOf(task)) });
}

function contentOf({ pages, size, language, foot }: PrintTask) {
  const isWide = pages.some(({ paper }) => paper !== 'card' && paper !== 'ledger');
  return {
    size,
    flipped: isWide,
    textSize: size === 'a3' ? 12 : 9,
    lang: language,
    foot,
    pages: pages.map((page) => ({
      ...page,
      code: page.number === '' ? '' : squareCode(page.number),
      parts: page.parts.map((part) =>
        part.kind === 'facts'
          ? part
          : {
              ...part,
              columns: part.columns.map((column) => ({
                ...column,
                number: column.number === true,
              })),
            },
      ),
    })),
  };
}

/** The number of the household as a code to scan, drawn as one path. */
function squareCode(number: string): string {
  const code = qrcode(0, 'M');
  code.addData(number);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${count} ${count}"><path d="${path}"/></svg>`;
}
