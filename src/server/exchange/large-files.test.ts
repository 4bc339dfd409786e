import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { Refusal } from '#domain/kernel/refusal.ts';
import { readingLimits } from '#server/exchange/reading/limits.ts';
import { openSpreadsheet } from '#server/exchange/reading/open-spreadsheet.ts';
import { survey } from '#tests/fixtures/survey-sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangfu-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

const megabyte = 2 ** 20;

async function readAll(path: string, limits = readingLimits) {
  const spreadsheet = await openSpreadsheet(path, limits);
  const begun = performance.now();
  let rows = 0;
  let last = 0;
  try {
    for await (const batch of spreadsheet.rows(0).batches) {
      rows += batch.length;
      last = batch[batch.length - 1]?.number ?? last;
    }
  } finally {
    await spreadsheet.close();
  }
  return { rows, last, milliseconds: performance.now() - begun };
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error.kind.code;
  throw error ?? new Error('nothing was refused');
}

const workbook = `<workbook xmlns:r="r"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const relations = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

/** A workbook whose sheet is given as pieces, so that megabytes of blanks cost little to make. */
function workbookOf(name: string, pieces: readonly Buffer[], declaredBytes?: number): string {
  const sheet = Buffer.concat(pieces);
  const path = join(folder, name);
  const parts: [string, Buffer][] = [
    ['xl/workbook.xml', Buffer.from(workbook)],
    ['xl/_rels/workbook.xml.rels', Buffer.from(relations)],
    ['xl/worksheets/sheet1.xml', sheet],
  ];
  writeFileSync(path, zipOf(parts, declaredBytes));
  return path;
}

function zipOf(parts: readonly [string, Buffer][], declaredBytes?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content, { level: constants.Z_BEST_SPEED });
    const bytes =
      declaredBytes !== undefined && name.includes('sheet1') ? declaredBytes : content.length;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes, 18);
    fields.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const surveyXml = Buffer.from(
  survey()
    .map(
      (cells) =>
        `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join(''),
);
const sheetStart = Buffer.from('<worksheet><sheetData>');
const sheetEnd = Buffer.from('</sheetData></worksheet>');

describe('60 MB of blanks behind a survey', () => {
  test('as empty rows of a workbook are passed over, and the survey is read', async () => {
    const row = '<row><c s="1"/><c s="1"/><c s="1"/><c s="1"/><c s="1"/><c s="1"/></row>';
    const blanks = Buffer.from(row.repeat(Math.ceil((60 * megabyte) / row.length)));
    const path = workbookOf('blank-rows.xlsx', [sheetStart, surveyXml, blanks, sheetEnd]);

    const read = await readAll(path);

    expect(read.rows).toBe(17);
    expect(read.milliseconds).toBeLessThan(45_000);
  });

  test('as white space of a workbook is passed over', async () => {
    const blanks = Buffer.alloc(60 * megabyte, ' ');
    const path = workbookOf('white-space.xlsx', [sheetStart, surveyXml, blanks, sheetEnd]);

    expect(await readAll(path)).toMatchObject({ rows: 17 });
  });

  test.each([
    ['empty lines', '\r\n'],
    ['lines of commas', ',,,,,,,,,,\r\n'],
    ['one line of spaces', '          '],
  ])('as %s of a text file is passed over', async (_, blank) => {
    const text = survey()
      .map((cells) => `${cells.join(',')}\r\n`)
      .join('');
    const path = join(folder, 'blanks.csv');
    writeFileSync(path, text + blank.repeat((60 * megabyte) / blank.length));

    const read = await readAll(path);

    expect(read.rows).toBe(17);
    expect(read.milliseconds).toBeLessThan(45_000);
  });
});

describe('an archive made to burst is refused', () => {
  const limits = { ...readingLimits, partBytes: 20 * megabyte };

  test('by what it declares, before anything is unpacked', async () => {
    const blanks = Buffer.alloc(60 * megabyte, ' ');
    const path = workbookOf('bomb.xlsx', [sheetStart, surveyXml, blanks, sheetEnd]);

    expect(await refusalOf(readAll(path, limits))).toBe('exchange/file-expands-too-far');
  });

  test('while it unpacks, when it declares less than it holds', async () => {
    const blanks = Buffer.alloc(60 * megabyte, ' ');
    const pieces = [sheetStart, surveyXml, blanks, sheetEnd];
    const path = workbookOf('lying-bomb.xlsx', pieces, 1000);

    expect(await refusalOf(readAll(path, limits))).toBe('exchange/file-expands-too-far');
  });

  test('a bomb in a part nobody reads does no harm', async () => {
    const path = join(folder, 'bomb-beside.xlsx');
    const parts: [string, Buffer][] = [
      ['xl/workbook.xml', Buffer.from(workbook)],
      ['xl/_rels/workbook.xml.rels', Buffer.from(relations)],
      ['xl/worksheets/sheet1.xml', Buffer.concat([sheetStart, surveyXml, sheetEnd])],
      ['xl/media/image1.png', Buffer.alloc(60 * megabyte)],
    ];
    writeFileSync(path, zipOf(parts));

    expect(await readAll(path, limits)).toMatchObject({ rows: 17 });
  });
});

describe('limits of a sheet', () => {
  test('too many rows are refused', async () => {
    const path = workbookOf('rows.xlsx', [sheetStart, surveyXml, sheetEnd]);

    expect(await refusalOf(readAll(path, { ...readingLimits, rows: 10 }))).toBe(
      'exchange/too-many-rows',
    );
  });

  test('too many columns are refused', async () => {
    const path = workbookOf('columns.xlsx', [
      sheetStart,
      Buffer.from('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>'),
      sheetEnd,
    ]);

    expect(await refusalOf(readAll(path))).toBe('exchange/too-many-columns');
  });

  test('a quotation mark that is never closed names its row', async () => {
    const path = join(folder, 'quote.csv');
    writeFileSync(path, `姓名,关系\r\n"韦大山,户主\r\n${'x,y\r\n'.repeat(20_000)}`);

    expect(await refusalOf(readAll(path))).toBe('exchange/file-quote-not-closed');
  });

  test('entities that would expand are refused', async () => {
    const bomb = Buffer.from('<!DOCTYPE a [<!ENTITY b "ccc">]>');
    const path = workbookOf('entities.xlsx', [bomb, sheetStart, surveyXml, sheetEnd]);

    expect(await refusalOf(readAll(path))).toBe('exchange/file-damaged');
  });
});
