// Which encoding a text file is in: a mark at its start decides, then the zeros of UTF-16, then
// whether all of it is valid UTF-8, then whether all of it is valid GB18030, in which county offices'
// programs still write without saying so. Refuses to guess further.
import { createReadStream } from 'node:fs';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';

export interface TextEncoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  readonly markBytes: number;
}

export async function detectEncoding(path: string, head: Buffer): Promise<TextEncoding> {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { label: 'utf-8', markBytes: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', markBytes: 2 };
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) {
    return { label: 'gb18030', markBytes: 4 };
  }
  const zeros = zerosOf(head);
  if (zeros.odd > head.length / 10) return { label: 'utf-16le', markBytes: 0 };
  if (zeros.even > head.length / 10) return { label: 'utf-16be', markBytes: 0 };
  if ((await firstInvalidByte(path, 'utf-8')) === undefined)
    return { label: 'utf-8', markBytes: 0 };
  const invalid = await firstInvalidByte(path, 'gb18030');
  if (invalid === undefined) return { label: 'gb18030', markBytes: 0 };
  return refuse(fileRefusals.encoding, { byte: invalid });
}

function zerosOf(head: Buffer): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even, odd };
}

/** Where decoding first fails, to the piece; undefined when all of the file can be decoded. */
async function firstInvalidByte(path: string, label: string): Promise<number | undefined> {
  const decoder = new TextDecoder(label, { fatal: true });
  let read = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
      decoder.decode(chunk, { stream: true });
      read += chunk.length;
    }
    decoder.decode();
    return undefined;
  } catch (error) {
    if (error instanceof TypeError) return read;
    throw error;
  }
}
