// A PMTiles archive on the disk: what its head says, and its pictures as they are.
import { type FileHandle, open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { Compression, PMTiles, type Source, TileType } from 'pmtiles';
import type { Bounds, TileAddress } from '#domain/insight/layers/tile-grid.ts';
import { fileTypeOf, isPicture } from '#domain/kernel/file-type.ts';

export interface ArchiveHead {
  readonly bounds: Bounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tiles: number;
  /** Whether what it holds is something every browser draws. */
  readonly isPictures: boolean;
}

export interface ArchiveFile {
  readonly head: ArchiveHead;
  picture(tile: TileAddress): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

export async function openArchive(path: string): Promise<ArchiveFile> {
  const handle = await open(path);
  const archive = new PMTiles(sourceOf(handle, path), undefined, unpacked);
  try {
    const header = await archive.getHeader();
    return {
      head: {
        bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
        minZoom: header.minZoom,
        maxZoom: header.maxZoom,
        tiles: header.numAddressedTiles,
        isPictures: [TileType.Png, TileType.Jpeg, TileType.Webp].includes(header.tileType),
      },
      async picture({ z, x, y }) {
        const found = await archive.getZxy(z, x, y);
        if (found === undefined) return undefined;
        const bytes = new Uint8Array(found.data);
        const type = fileTypeOf(Buffer.from(bytes));
        return type !== undefined && isPicture(type) ? bytes : undefined;
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function sourceOf(handle: FileHandle, path: string): Source {
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await handle.read(buffer, 0, length, offset);
      const { buffer: data, byteOffset } = buffer;
      return { data: (data as ArrayBuffer).slice(byteOffset, byteOffset + bytesRead) };
    },
  };
}

/** A directory or a picture unpacked is no larger than this, or somebody wants to fill the memory. */
const unpackedMost = 32 * 1024 * 1024;

async function unpacked(data: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None || compression === Compression.Unknown) return data;
  if (compression !== Compression.Gzip)
    throw new Error(`packed in a way not known: ${compression}`);
  const out = gunzipSync(Buffer.from(data), { maxOutputLength: unpackedMost });
  return new Uint8Array(out).buffer;
}
