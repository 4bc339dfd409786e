// The table of contents of a backup folder, written last: a folder without it is an interrupted backup.
// Names every file with its rows and its digest, the migrations the rows were shaped by, and a proof of
// which keys the sealed values need, without holding any key.

import { createHash, createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, StartProblem } from '#server/database/start-problem.ts';

export const manifestName = 'backup.json';

export const Manifest = z.strictObject({
  format: z.literal('bangfu-backup-1'),
  version: z.string(),
  createdAt: z.string(),
  engine: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z][a-z0-9_]*$/),
      columns: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)),
      file: z.string().regex(/^[a-z0-9._-]+$/),
      rows: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Names the keys by what they make of a fixed text. */
  keyProof: z.string(),
  hasKeys: z.boolean(),
});
export type Manifest = z.infer<typeof Manifest>;

/** What the audit key makes of a fixed text: equal for equal keys, and no way back to them. */
export function keyProofOf(auditKey: Buffer): string {
  return createHmac('sha256', auditKey).update('bangfu backup').digest('hex');
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, `${manifestName}.part`);
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, join(folder, manifestName));
}

/** Refuses what is no backup, and a backup any file of which is missing or was altered. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') throw noBackup(folder);
    throw error;
  });
  const manifest = parsed(folder, text);
  for (const { file, sha256 } of manifest.tables) {
    const found = await digestOf(join(folder, file));
    if (found !== sha256) throw damaged(folder, file);
  }
  return manifest;
}

function parsed(folder: string, text: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    throw noBackup(folder);
  }
}

async function digestOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}

function noBackup(folder: string): StartProblem {
  return new StartProblem({
    zh: `${folder} 不是完整的备份：其中没有可读的 ${manifestName}。备份中断时不会写出该文件，请换用另一份备份。`,
    en: `${folder} is no complete backup: it has no readable ${manifestName}. An interrupted backup lacks that file; use another one.`,
  });
}

function damaged(folder: string, file: string): StartProblem {
  return new StartProblem({
    zh: `备份 ${folder} 中的 ${file} 缺失或已被改动，与备份时的摘要不符，未恢复任何内容。请换用另一份备份。`,
    en: `${file} of the backup ${folder} is missing or was altered: it does not match its digest. Nothing was restored; use another backup.`,
  });
}
