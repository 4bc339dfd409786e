// Files of pictures of the ground wait beside the data until their tiles are made. A file's name on disk is the
// layer's id, never what the sender called it.
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { layerTooLarge } from '#domain/insight/layers/refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';

/** What one upload may hold; larger pictures come in sheets. */
export const layerLimitMegabytes = 200;

export function layerFilePath(dataFolder: string, id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error(`not an id of a layer: ${id}`);
  return join(dataFolder, 'layers', id);
}

export async function keepLayerFile(
  path: string,
  { name, stream }: { readonly name: string; readonly stream: Readable },
  limitMegabytes = layerLimitMegabytes,
): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limitMegabytes * 1024 * 1024) {
        refuse(layerTooLarge, { name, limit: limitMegabytes });
      }
      yield chunk;
    }
    // The parser of uploads cuts a stream that is too long and says so here.
    if ('truncated' in stream && stream.truncated === true) {
      refuse(layerTooLarge, { name, limit: limitMegabytes });
    }
  };
  try {
    await pipeline(stream, counted, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await forgetLayerFile(path);
    throw error;
  }
}

export async function forgetLayerFile(path: string): Promise<void> {
  await rm(path, { force: true });
}
