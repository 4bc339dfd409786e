// Sets pages as a PDF with Typst: Chinese fonts embedded as far as they are used, no file read but the
// template and the fonts, no text taken for markup. It computes without a pause, so it runs in a process
// of its own (print.process.ts).
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import qrcode from 'qrcode-generator';
import type { BookPage } from '#domain/assistance/book.ts';
import type { Language } from '#domain/kernel/refusal.ts';

export interface PrintTask {
  readonly pages: readonly BookPage[];
  readonly size: 'a4' | 'a3';
  readonly language: Language;
  /** Day of printing, rules, and that it is a demonstration. */
  readonly foot: string;
}

export interface SetBook {
  readonly pdf: Buffer;
  readonly pages: number;
}

export function setBook(task: PrintTask): SetBook {
  const fonts = [
    import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  ];
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(new URL(font))) }],
  });
  const pdf = compiler.pdf({
    mainFileContent: readFileSync(new URL('./book.typ', import.meta.url), 'utf8'),
    inputs: { data: JSON.stringify(contentOf(task)) },
  });
  return { pdf, pages: pagesIn(pdf) };
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

/** As the file itself says. */
function pagesIn(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)/g)];
  return Math.max(0, ...counts.map((match) => Number(match[1])));
}
