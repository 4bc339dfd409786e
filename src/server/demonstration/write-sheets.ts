// Writes invented registers as files an office could have made: .xlsx row by row and .csv (UTF-8 with a
// mark, so that Excel opens it), one of each for a county, in constant memory whatever their size.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell, SheetPlace, SheetPlan } from '#domain/demonstration/sheet.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';

export type SheetFormat = 'xlsx' | 'csv';

export interface SheetRequest {
  readonly folder: string;
  /** Without ending. */
  readonly name: string;
  readonly formats: readonly SheetFormat[];
  readonly plan: SheetPlan;
  readonly records: Iterable<HouseholdRecord>;
  placeOf(record: HouseholdRecord): SheetPlace;
}

export interface WrittenSheets {
  readonly files: readonly string[];
  readonly households: number;
  readonly persons: number;
}

/** Rows handed to a file before it is asked whether it can take more. */
const pieceRows = 500;

export async function writeSheets(request: SheetRequest): Promise<WrittenSheets> {
  const { folder, name, formats, plan, records, placeOf } = request;
  await mkdir(folder, { recursive: true });
  const sinks = formats.map((format) => openSink(format, join(folder, `${name}.${format}`)));
  let households = 0;
  let persons = 0;
  let piece: (readonly Cell[])[] = [plan.headings];
  const send = async () => {
    const rows = piece;
    piece = [];
    for (const sink of sinks) await sink.write(rows);
  };
  for (const record of records) {
    const rows = plan.rowsOf(record, placeOf(record));
    piece.push(...rows);
    households += 1;
    persons += rows.length;
    if (piece.length >= pieceRows) await send();
  }
  await send();
  for (const sink of sinks) await sink.end();
  return { files: sinks.map((sink) => sink.path), households, persons };
}

interface Sink {
  readonly path: string;
  write(rows: readonly (readonly Cell[])[]): Promise<void>;
  end(): Promise<void>;
}

function openSink(format: SheetFormat, path: string): Sink {
  return format === 'csv' ? openCsv(path) : openXlsx(path);
}

function openCsv(path: string): Sink {
  const stream = createWriteStream(path);
  stream.write('\ufeff');
  return {
    path,
    async write(rows) {
      if (!stream.write(rows.map(csvLine).join(''))) await once(stream, 'drain');
    },
    async end() {
      stream.end();
      await once(stream, 'finish');
    },
  };
}

function csvLine(row: readonly Cell[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The writer pulls rows; a piece waits here until it has been taken. */
function openXlsx(path: string): Sink {
  let waiting: readonly (readonly Cell[])[] | undefined;
  let isEnded = false;
  let wakeWriter: () => void = () => undefined;
  let wakeSender: () => void = () => undefined;

  async function* rows(): AsyncGenerator<Cell[]> {
    while (true) {
      while (waiting === undefined && !isEnded) {
        await new Promise<void>((resolve) => {
          wakeWriter = resolve;
        });
      }
      if (waiting === undefined) return;
      for (const row of waiting) yield [...row];
      waiting = undefined;
      wakeSender();
    }
  }

  const bytes = writeXlsxStream(rows(), { name: '贫困户信息' }) as ReadableStream<Uint8Array>;
  const done = pipeline(Readable.fromWeb(bytes), createWriteStream(path));
  done.catch(() => wakeSender());
  return {
    path,
    async write(piece) {
      const taken = new Promise<void>((resolve) => {
        wakeSender = resolve;
      });
      waiting = piece;
      wakeWriter();
      await Promise.race([taken, done]);
    },
    async end() {
      isEnded = true;
      wakeWriter();
      await done;
    },
  };
}
