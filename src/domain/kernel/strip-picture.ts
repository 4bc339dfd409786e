// A picture without what its camera wrote beside it: place, time, device, owner, preview. Parts that a
// viewer needs are kept by an allow-list, everything else is cut, also what hangs behind the end. A photo
// taken with the phone turned stays upright: of the camera's notes that one number is written anew.
import { type PictureType, textAt } from './file-type.ts';

/** Undefined where the picture is broken or cut off. */
export function strippedPicture(type: PictureType, bytes: Uint8Array): Uint8Array | undefined {
  switch (type) {
    case 'jpeg':
      return strippedJpeg(bytes);
    case 'png':
      return strippedPng(bytes);
    case 'webp':
      return strippedWebp(bytes);
  }
}

const marks = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  application: 0xe0,
  jfif: 0xe0,
  exif: 0xe1,
  profile: 0xe2,
  adobe: 0xee,
  lastApplication: 0xef,
  comment: 0xfe,
} as const;

function strippedJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [];
  let turned = 1;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const mark = bytes[at + 1] ?? 0;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === marks.end) {
      return joined([
        Uint8Array.of(0xff, marks.start),
        ...(turned === 1 ? [] : [turnedAs(turned)]),
        ...kept,
        Uint8Array.of(0xff, marks.end),
      ]);
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (mark === marks.exif) turned = orientationIn(segment) ?? turned;
    if (mark === marks.scan) end = endOfScan(bytes, end);
    if (isNeeded(mark, segment)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function isNeeded(mark: number, segment: Uint8Array): boolean {
  if (mark === marks.comment) return false;
  if (mark < marks.application || mark > marks.lastApplication) return true;
  if (mark === marks.jfif) return textAt(segment, 4, 5) === 'JFIF\0';
  if (mark === marks.profile) return textAt(segment, 4, 12) === 'ICC_PROFILE\0';
  return mark === marks.adobe && textAt(segment, 4, 5) === 'Adobe';
}

/** Where the compressed rows end: at a mark that is neither an escaped byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isInside = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isInside) return at;
  }
  return bytes.length;
}

const orientationTag = 0x0112;

/** How the phone was held, 1 to 8; undefined where the camera did not say. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (textAt(segment, 4, 6) !== 'Exif\0\0' || segment.length < 24) return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  const isLittle = textAt(segment, 10, 2) === 'II';
  const list = tiff.getUint32(4, isLittle);
  if (list + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(list, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = list + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(entry, isLittle) !== orientationTag) continue;
    const value = tiff.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The camera's notes with nothing in them but how the phone was held. */
function turnedAs(orientation: number): Uint8Array {
  const head = [0xff, marks.exif, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const list = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.from([...head, ...list, ...entry, 0, 0, 0, 0]);
}

const pngParts = 'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD'.split(' ');

function strippedPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const part = textAt(bytes, at + 4, 4);
    if (pngParts.includes(part)) kept.push(bytes.subarray(at, end));
    if (part === 'IEND') return joined(kept);
    at = end;
  }
  return undefined;
}

const webpParts = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];
const webpFlags = { exif: 0x08, xmp: 0x04 } as const;

function strippedWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return undefined;
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= whole; ) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > whole) return undefined;
    const part = textAt(bytes, at, 4);
    if (webpParts.includes(part)) {
      const chunk = bytes.slice(at, end);
      if (part === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~(webpFlags.exif | webpFlags.xmp);
      kept.push(chunk);
    }
    at = end;
  }
  if (kept.length === 0) return undefined;
  const stripped = joined([bytes.subarray(0, 12), ...kept]);
  new DataView(stripped.buffer).setUint32(4, stripped.length - 8, true);
  return stripped;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
