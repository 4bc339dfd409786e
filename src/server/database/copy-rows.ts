// COPY … FROM STDIN of prepared rows, the quickest way in. PostgreSQL refuses COPY into a table under
// row security, so it goes into a temporary table first and from there by INSERT … SELECT.
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { clientOf, type Tx } from '#server/database/connect.ts';

/** Null is NULL; a list becomes an array; jsonb is given as JSON text. */
export type CopyValue = string | number | boolean | Buffer | readonly (string | number)[] | null;
export type CopyRow = readonly CopyValue[];
/** A row, or lines made beforehand: bytes are kept more cheaply than a hundred values. */
export type CopyItem = CopyRow | Buffer;

/** Rows the other side takes in one piece; large enough that the socket, not the loop, is the limit. */
const pieceLength = 1 << 18;

/** Copies rows into a table that carries no row security; the number of items. */
export async function copyInto(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<CopyItem> | AsyncIterable<CopyItem>,
): Promise<number> {
  const names = columns.map(quoted).join(', ');
  const stream = clientOf(tx).query(
    copyFrom(`copy ${table.split('.').map(quoted).join('.')} (${names}) from stdin`),
  );
  const done = finished(stream);
  // The failure is thrown by `await done`; a write in between must not end the process.
  done.catch(() => undefined);
  const piece = emptyPiece();
  let count = 0;
  const send = async () => {
    if (!stream.write(piece.take())) await Promise.race([once(stream, 'drain'), done]);
  };
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      count += 1;
      if (piece.add(row) >= pieceLength) await send();
    }
  } else {
    for await (const row of rows) {
      count += 1;
      if (piece.add(row) >= pieceLength) await send();
    }
  }
  stream.end(piece.take());
  await done;
  return count;
}

/** What is sent in one write: the text of rows, and lines that are bytes already, in their order. */
function emptyPiece() {
  let parts: Buffer[] = [];
  let bytes = 0;
  let text = '';
  const endText = () => {
    if (text === '') return;
    parts.push(Buffer.from(text));
    text = '';
  };
  return {
    /** About how long the piece is now. */
    add(item: CopyItem): number {
      if (Buffer.isBuffer(item)) {
        endText();
        parts.push(item);
        bytes += item.length;
      } else {
        const line = lineOf(item);
        text += line;
        bytes += line.length;
      }
      return bytes;
    },
    take(): Buffer {
      endText();
      const [first] = parts;
      const all = first !== undefined && parts.length === 1 ? first : Buffer.concat(parts);
      parts = [];
      bytes = 0;
      return all;
    },
  };
}

/** Rows as the lines they will be sent as; nothing where there are none. */
export function linesOf(rows: readonly CopyItem[]): readonly Buffer[] {
  const piece = emptyPiece();
  for (const row of rows) piece.add(row);
  const lines = piece.take();
  return lines.length === 0 ? [] : [lines];
}

function lineOf(row: CopyRow): string {
  return `${row.map((value) => cellOf(value ?? null)).join('\t')}\n`;
}

function cellOf(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return escaped(arrayLiteral(value));
}

/** A zero byte cannot be stored as text and is left out. */
function escaped(text: string): string {
  if (!/[\\\t\n\r\0]/.test(text)) return text;
  return text
    .replace(/\0/g, '')
    .replace(/\\/g, '\\\\')
    .replace(/\t/g, '\\t')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
}

function arrayLiteral(values: readonly (string | number)[]): string {
  const cells = values.map((value) => `"${String(value).replace(/(["\\])/g, '\\$1')}"`);
  return `{${cells.join(',')}}`;
}

function quoted(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not a name of a table or column: ${name}`);
  return `"${name}"`;
}
