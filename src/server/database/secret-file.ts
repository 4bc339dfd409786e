// Secrets made here stay here: one random text per file, readable by its owner alone. A file is
// created whole or not at all, so that two processes starting together agree on one secret.

import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '#server/database/start-problem.ts';

/** The text of the file, made at random when it is not there yet. */
export async function keepSecret(
  file: string,
  make = () => randomBytes(24).toString('base64url'),
): Promise<string> {
  const kept = await readSecret(file);
  if (kept !== undefined) return kept;
  await writeOnce(file, make());
  return (await readSecret(file)) ?? '';
}

/** Undefined when there is no such file. */
export async function readSecret(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeOnce(file: string, secret: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await keepOwnerOfParent(dirname(file));
  await keepOwnerOfParent(file);
}

/**
 * Started by root on the folder of an ordinary user, what we make must stay that user's, or the next
 * ordinary start could not read it.
 */
async function keepOwnerOfParent(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const parent = await stat(join(path, '..'));
  if (parent.uid === 0) return;
  await chown(path, parent.uid, parent.gid);
  if ((await stat(path)).isDirectory()) await chmod(path, 0o700);
}
