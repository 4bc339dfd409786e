// Sets data as a PDF with Typst: Chinese fonts embedded as far as they are used, no file read but the
// template and the fonts, no text taken for markup. It computes without a pause, so it runs in a process
// of its own (typeset-in-process.ts). Decision 0019.
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface TypesetTask {
  /** A template of ours, as an address of a file. */
  readonly template: string;
  /** What the template reads, as JSON. */
  readonly data: string;
}

export interface Typeset {
  readonly pdf: Buffer;
  readonly pages: number;
}

export function typeset({ template, data }: TypesetTask): Typeset {
  const fonts = [
    import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  ];
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(new URL(font))) }],
  });
  const pdf = compiler.pdf({
    mainFileContent: readFileSync(new URL(template), 'utf8'),
    inputs: { data },
  });
  return { pdf, pages: pagesIn(pdf) };
}

/** As the file itself says. */
function pagesIn(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)/g)];
  return Math.max(0, ...counts.map((match) => Number(match[1])));
}
