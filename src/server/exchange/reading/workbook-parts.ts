// The small parts of an .xlsx: which sheets there are and where, which cell styles are dates, from
// which year days are counted, and the shared strings that cells point to.
import { posix } from 'node:path';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import type { SheetSummary } from '#domain/exchange/sheet-row.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { megabytes, type ReadingLimits } from '#server/exchange/reading/limits.ts';
import {
  attributeOf,
  createXmlScanner,
  decodeXmlText,
} from '#server/exchange/reading/xml-scanner.ts';
import type { ZipArchive } from '#server/exchange/reading/zip-archive.ts';

export interface SheetPart extends SheetSummary {
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly sharedStringsPart: string | undefined;
  readonly stylesPart: string | undefined;
}

const smallPartBytes = 16 * 2 ** 20;

export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const roots = await readRelations(archive, '_rels/.rels', '');
  const workbook = [...roots.values()].find((relation) =>
    relation.type.endsWith('/officeDocument'),
  );
  const path = workbook?.target ?? 'xl/workbook.xml';
  const xml = await archive.text(path, smallPartBytes);
  if (xml === undefined) return refuse(fileRefusals.damaged, { part: path });
  const folder = posix.dirname(path);
  const relations = await readRelations(
    archive,
    posix.join(folder, '_rels', `${posix.basename(path)}.rels`),
    folder,
  );
  const sheets: SheetPart[] = [];
  let from1904 = false;
  scanWhole(path, xml, (name, attributes) => {
    if (name === 'workbookPr') {
      from1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '');
    }
    if (name !== 'sheet') return;
    const relation = relations.get(attributeOf(attributes, 'r:id') ?? anyId(attributes));
    if (relation === undefined || !relation.type.endsWith('/worksheet')) return;
    const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
    sheets.push({ name: attributeOf(attributes, 'name') ?? '', hidden, part: relation.target });
  });
  const partOf = (kind: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${kind}`))?.target;
  return {
    sheets,
    from1904,
    sharedStringsPart: partOf('sharedStrings'),
    stylesPart: partOf('styles'),
  };
}

/** The relationship attribute under whatever prefix the writer bound. */
function anyId(attributes: string): string {
  return /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function readRelations(
  archive: ZipArchive,
  part: string,
  folder: string,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const xml = await archive.text(part, smallPartBytes);
  if (xml === undefined) return relations;
  scanWhole(part, xml, (name, attributes) => {
    if (name !== 'Relationship') return;
    const target = attributeOf(attributes, 'Target') ?? '';
    relations.set(attributeOf(attributes, 'Id') ?? '', {
      type: attributeOf(attributes, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    });
  });
  return relations;
}

function scanWhole(
  part: string,
  xml: string,
  open: (name: string, attributes: string) => void,
): void {
  const scanner = createXmlScanner(part, { open, close: () => {}, text: () => {} });
  scanner.write(Buffer.from(xml));
  scanner.end();
}

/** For each cell style, whether it shows its number as a day. */
export async function readDateStyles(
  archive: ZipArchive,
  part: string | undefined,
): Promise<readonly boolean[]> {
  const xml = part === undefined ? undefined : await archive.text(part, smallPartBytes);
  if (xml === undefined || part === undefined) return [];
  const customFormats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  const scanner = createXmlScanner(part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'numFmt') {
        const code = attributeOf(attributes, 'formatCode') ?? '';
        customFormats.set(Number(attributeOf(attributes, 'numFmtId')), isDateFormat(code));
      }
      if (name === 'xf' && inCellFormats) {
        const format = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        styles.push(customFormats.get(format) ?? isBuiltInDateFormat(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  scanner.write(Buffer.from(xml));
  scanner.end();
  return styles;
}

/** 14 to 22 and 45 to 47 everywhere; 27 to 36 and 50 to 58 are the days of the Chinese edition. */
function isBuiltInDateFormat(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  );
}

function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[ymd年月日]/i.test(bare) && !/[#0?]/.test(bare.replace(/\.0+/g, ''));
}

/** All shared strings in their order, without the phonetic hints above them. */
export async function readSharedStrings(
  archive: ZipArchive,
  part: string | undefined,
  limits: ReadingLimits,
): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined || !archive.names.includes(part)) return strings;
  let characters = 0;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  const scanner = createXmlScanner(part, {
    open(name) {
      if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'si') current = '';
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') {
        characters += current.length;
        if (characters > limits.sharedCharacters) {
          refuse(fileRefusals.bomb, { part, limit: megabytes(limits.sharedCharacters) });
        }
        strings.push(detached(decodeXmlText(current)));
      }
    },
    text(raw) {
      if (!inText) return;
      if (current.length > limits.cellCharacters * 4) {
        refuse(fileRefusals.textTooLong, { row: 0, limit: limits.cellCharacters });
      }
      current = current === '' ? raw : current + raw;
    },
  });
  for await (const chunk of archive.stream(part, limits.partBytes)) scanner.write(chunk);
  scanner.end();
  return strings;
}

/** A slice keeps the whole text it was cut from in memory; a copy does not. */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
