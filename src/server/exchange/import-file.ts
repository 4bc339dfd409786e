// Uploaded files wait beside the data, readable by the server's user alone, until their import is done
// or a week has passed. A file's name on disk is the import's id, never what the sender called it.
import { createHmac } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const keptFilesDays = 7;

export function importFilePath(dataFolder: string, id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error(`not an id of an import: ${id}`);
  return join(dataFolder, 'imports', id);
}

export interface KeptFile {
  readonly path: string;
  readonly bytes: number;
  /** Keyed, so that the digest tells nothing to whoever has only the database. */
  readonly digest: Buffer;
}

export async function keepFile(
  path: string,
  stream: Readable,
  digestKey: Buffer,
): Promise<KeptFile> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const hash = createHmac('sha256', digestKey);
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    await pipeline(stream, counted, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await forgetFile(path);
    throw error;
  }
  return { path, bytes, digest: hash.digest() };
}

export async function forgetFile(path: string): Promise<void> {
  await rm(path, { force: true });
}
