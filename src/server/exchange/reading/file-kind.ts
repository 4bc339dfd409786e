// What a file is, by its content. Names lie: a third of the ".xlsx" that reach a county office are
// legacy .xls, web pages or text under another name.
import type { FileHandle } from 'node:fs/promises';
import type { ZipArchive } from '#server/exchange/reading/zip-archive.ts';

export type FileKind =
  | 'empty'
  | 'zip'
  | 'compound'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'picture'
  | 'rar'
  | 'gzip'
  | 'binary'
  | 'text';

export function kindOf(head: Buffer): FileKind {
  if (head.length === 0) return 'empty';
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'compound';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46)) {
    return 'picture';
  }
  if (starts(0x52, 0x61, 0x72, 0x21) || starts(0x37, 0x7a, 0xbc, 0xaf)) return 'rar';
  if (starts(0x1f, 0x8b)) return 'gzip';
  return kindOfText(head);
}

function kindOfText(head: Buffer): FileKind {
  const hasMark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const start = head
    .toString('latin1', 0, 4096)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^(?:<!doctype\s+html|<html|<table|<head|<meta|<body|<style|<div)/i.test(start))
    return 'html';
  if (start.startsWith('<?xml')) return /<html/i.test(start) ? 'html' : 'xml';
  if (hasMark) return 'text';
  let controls = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  }
  // UTF-16 without a mark has a zero in about every second byte; other binary files have stray ones.
  const isWide = zeros > head.length / 5;
  if (controls > head.length / 50 || (zeros > 0 && !isWide)) return 'binary';
  return 'text';
}

export type ZipKind = 'xlsx' | 'xlsb' | 'ods' | 'docx' | 'other';

export function zipKindOf(archive: ZipArchive): ZipKind {
  const has = (pattern: RegExp): boolean => archive.names.some((name) => pattern.test(name));
  if (has(/(^|\/)workbook\.bin$/)) return 'xlsb';
  if (has(/(^|\/)workbook\d*\.xml$/)) return 'xlsx';
  if (has(/^word\//)) return 'docx';
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return 'ods';
  return 'other';
}

/** The names of the streams in a compound file, which tell a legacy sheet from an encrypted one. */
export async function compoundKindOf(
  file: FileHandle,
  bytes: number,
): Promise<'encrypted' | 'xls' | 'other'> {
  const names = await directoryNames(file, bytes);
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) return 'encrypted';
  return names.includes('Workbook') || names.includes('Book') ? 'xls' : 'other';
}

async function directoryNames(file: FileHandle, bytes: number): Promise<readonly string[]> {
  const header = Buffer.alloc(512);
  await file.read(header, 0, 512, 0);
  const sector = 1 << Math.min(header.readUInt16LE(30), 12);
  const offset = (header.readUInt32LE(48) + 1) * sector;
  const names: string[] = [];
  if (offset >= bytes) return names;
  const directory = Buffer.alloc(Math.max(sector, 4096));
  const { bytesRead } = await file.read(directory, 0, directory.length, offset);
  for (let at = 0; at + 128 <= bytesRead; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    if (length >= 2 && length <= 64) names.push(directory.toString('utf16le', at, at + length - 2));
  }
  return names;
}
