// Reads named parts of a zip archive from an open file, one stream at a time. Only parts that are
// asked for are ever unpacked, and each only up to a limit, so an archive made to burst costs nothing
// but a refusal.
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { megabytes } from '#server/exchange/reading/limits.ts';

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerOffset: number;
}

export interface ZipArchive {
  readonly names: readonly string[];
  /** Of all parts together, as the directory declares it. */
  readonly unpackedBytes: number;
  /** Unpacks a part; refuses past `limitBytes`. */
  stream(name: string, limitBytes: number): AsyncGenerator<Buffer>;
  /** A small part as a whole; undefined when there is none of that name. */
  text(name: string, limitBytes: number): Promise<string | undefined>;
}

const pieceBytes = 256 * 1024;
const entriesMax = 20_000;
const directoryBytesMax = 16 * 2 ** 20;

export async function openZipArchive(file: FileHandle, bytes: number): Promise<ZipArchive> {
  const entries = await readDirectory(file, bytes);
  const names = [...entries.keys()];

  async function* stream(name: string, limitBytes: number): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (entry === undefined) return refuse(fileRefusals.damaged, { part: name });
    if (entry.encrypted) refuse(fileRefusals.encrypted);
    if (entry.unpackedBytes > limitBytes) refuseBomb(name, limitBytes);
    const start = await bodyOffset(file, entry, name);
    let unpacked = 0;
    for await (const chunk of unpack(file, entry, start, name)) {
      unpacked += chunk.length;
      if (unpacked > limitBytes) refuseBomb(name, limitBytes);
      yield chunk;
    }
    if (unpacked !== entry.unpackedBytes) refuse(fileRefusals.damaged, { part: name });
  }

  async function text(name: string, limitBytes: number): Promise<string | undefined> {
    if (!entries.has(name)) return undefined;
    const chunks: Buffer[] = [];
    for await (const chunk of stream(name, limitBytes)) chunks.push(chunk);
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\ufeff/, '');
  }

  let unpackedBytes = 0;
  for (const entry of entries.values()) unpackedBytes += entry.unpackedBytes;
  return { names, unpackedBytes, stream, text };
}

function refuseBomb(part: string, limitBytes: number): never {
  return refuse(fileRefusals.bomb, { part, limit: megabytes(limitBytes) });
}

async function* unpack(
  file: FileHandle,
  entry: Entry,
  start: number,
  part: string,
): AsyncGenerator<Buffer> {
  if (entry.packedBytes === 0) return;
  const packed = readRange(file, start, start + entry.packedBytes);
  if (entry.method === 0) {
    yield* packed;
    return;
  }
  const source = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    yield* inflate;
  } catch (error) {
    if (isZlibError(error)) refuse(fileRefusals.damaged, { part });
    throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

/** A stream made from the file's descriptor would close it when it is given up; this one does not. */
async function* readRange(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const piece = await readAt(file, at, Math.min(pieceBytes, end - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** The central directory says where things are; the local header only how long its own names are. */
async function bodyOffset(file: FileHandle, entry: Entry, part: string): Promise<number> {
  const header = await readAt(file, entry.headerOffset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) {
    refuse(fileRefusals.damaged, { part });
  }
  return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readDirectory(file: FileHandle, bytes: number): Promise<Map<string, Entry>> {
  const place = await findDirectory(file, bytes);
  if (place.bytes > directoryBytesMax || place.entries > entriesMax) {
    refuseBomb('central directory', directoryBytesMax);
  }
  const directory = await readAt(file, place.offset, place.bytes);
  const entries = new Map<string, Entry>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.set(name, entryOf(directory, at, extra));
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  if (entries.size === 0) refuse(fileRefusals.damaged, { part: 'zip' });
  return entries;
}

function entryOf(directory: Buffer, at: number, extra: Buffer): Entry {
  const wide = wideValues(extra);
  const take = (narrow: number): number =>
    narrow === 0xffffffff ? (wide.shift() ?? narrow) : narrow;
  const unpackedBytes = take(directory.readUInt32LE(at + 24));
  const packedBytes = take(directory.readUInt32LE(at + 20));
  const headerOffset = take(directory.readUInt32LE(at + 42));
  return {
    method: directory.readUInt16LE(at + 10),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    packedBytes,
    unpackedBytes,
    headerOffset,
  };
}

/** The 64-bit values of the zip64 field, in the order in which the narrow ones overflow. */
function wideValues(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const values: number[] = [];
      for (
        let field = at + 4;
        field + 8 <= at + 4 + length && field + 8 <= extra.length;
        field += 8
      ) {
        values.push(Number(extra.readBigUInt64LE(field)));
      }
      return values;
    }
    at += 4 + length;
  }
  return [];
}

async function findDirectory(
  file: FileHandle,
  bytes: number,
): Promise<{ offset: number; bytes: number; entries: number }> {
  const tailBytes = Math.min(bytes, 22 + 65_535 + 20);
  const tailStart = bytes - tailBytes;
  const tail = await readAt(file, tailStart, tailBytes);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + 22 > tail.length) return refuse(fileRefusals.damaged, { part: 'zip' });
  const narrow = {
    entries: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  if (narrow.offset !== 0xffffffff && narrow.bytes !== 0xffffffff) return narrow;
  if (at < 20 || tail.readUInt32LE(at - 20) !== 0x07064b50) {
    return refuse(fileRefusals.damaged, { part: 'zip' });
  }
  const wide = await readAt(file, Number(tail.readBigUInt64LE(at - 12)), 56);
  if (wide.length < 56) return refuse(fileRefusals.damaged, { part: 'zip' });
  return {
    entries: Number(wide.readBigUInt64LE(32)),
    bytes: Number(wide.readBigUInt64LE(40)),
    offset: Number(wide.readBigUInt64LE(48)),
  };
}

async function readAt(file: FileHandle, offset: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, bytes));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
  return buffer.subarray(0, bytesRead);
}
