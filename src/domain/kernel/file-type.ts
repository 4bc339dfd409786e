// What a file is, by its bytes and never by its name. Only what people need as evidence is known here:
// pictures, PDF and sound. Everything else, a video or a page with a script among it, is no type at all.

export const fileTypes = ['jpeg', 'png', 'webp', 'pdf', 'm4a', 'mp3', 'wav', 'webm'] as const;

export type FileType = (typeof fileTypes)[number];

export const mediaTypeOf: Readonly<Record<FileType, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  webm: 'audio/webm',
};

export const pictureTypes = ['jpeg', 'png', 'webp'] as const satisfies readonly FileType[];

export type PictureType = (typeof pictureTypes)[number];

export function isPicture(type: FileType): type is PictureType {
  return (pictureTypes as readonly FileType[]).includes(type);
}

export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const says = (at: number, word: string) => textAt(bytes, at, word.length) === word;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes[0] === 0x89 && says(1, 'PNG\r\n\u001a\n')) return 'png';
  if (says(0, 'RIFF') && says(8, 'WEBP')) return 'webp';
  if (says(0, 'RIFF') && says(8, 'WAVE')) return 'wav';
  if (says(0, '%PDF-')) return 'pdf';
  if (says(4, 'ftyp')) return isSound(bytes) ? 'm4a' : undefined;
  if (says(0, '\u001aE\u00df\u00a3')) return isWebmSound(bytes) ? 'webm' : undefined;
  if (says(0, 'ID3') || isMpegFrame(bytes)) return 'mp3';
  return undefined;
}

/** Bytes as Latin letters, as the marks of formats are written. */
export function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** An MP4 without a picture track. Its boxes are walked, so that sound that spells `vide` is no video. */
function isSound(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at);
    const end = size === 0 ? bytes.length : at + (size === 1 ? wideSize(view, at) : size);
    if (textAt(bytes, at + 4, 4) === 'moov') {
      const box = bytes.subarray(at, end);
      return contains(box, 'soun') && !contains(box, 'vide');
    }
    if (end <= at) return false;
    at = end;
  }
  return false;
}

function wideSize(view: DataView, at: number): number {
  return at + 16 <= view.byteLength ? Number(view.getBigUint64(at + 8)) : 0;
}

/** Tracks are named in the head of the file. */
function isWebmSound(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const isAudio = contains(head, 'A_OPUS') || contains(head, 'A_VORBIS');
  return contains(head, 'webm') && isAudio && !contains(head, 'V_');
}

/** Layer III with a bit rate and a sample rate that exist. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  const rate = third >> 4;
  return isLayer3 && rate > 0 && rate < 15 && (third & 0x0c) !== 0x0c;
}

function contains(bytes: Uint8Array, word: string): boolean {
  const codes = [...word].map((letter) => letter.charCodeAt(0));
  for (
    let at = bytes.indexOf(codes[0] ?? 0);
    at !== -1;
    at = bytes.indexOf(codes[0] ?? 0, at + 1)
  ) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}
