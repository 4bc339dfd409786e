import { spawn } from 'node:child_process';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive, isGoneWithin } from '#server/database/process-table.ts';
import { aWorkshop, type Keeper, type Said, type Workshop } from './keepers.ts';

let workshop: Workshop;
let data: string;
beforeAll(async () => {
  workshop = await aWorkshop();
  data = join(workshop.folder, 'data');
});
afterAll(() => workshop.clean());

const isReady = (what: Said) => what.ready === true;
/** Far above what it takes (0.3 s on an idle machine), far below the patience with a database that hangs. */
const startMillisecondsMax = 60_000;

async function stop(keeper: Keeper): Promise<void> {
  keeper.process.kill('SIGTERM');
  await keeper.ended;
}

async function kill(keeper: Keeper): Promise<void> {
  keeper.process.kill('SIGKILL');
  await keeper.ended;
}

describe('one data folder', () => {
  test('a stopped server takes its database with it', async () => {
    const keeper = workshop.keeper(data);
    const { postmaster = 0 } = await keeper.hear(isReady);

    await stop(keeper);

    expect(await isAlive(postmaster)).toBe(false);
    expect(keeper.said.at(-1)).toEqual({ stopped: true });
  });

  test('a killed server leaves its database, and the next one takes it over', async () => {
    const first = workshop.keeper(data);
    const { postmaster } = await first.hear(isReady);
    await kill(first);

    const begun = performance.now();
    const second = workshop.keeper(data);
    const ready = await second.hear(isReady);

    expect(performance.now() - begun).toBeLessThan(startMillisecondsMax);
    expect(ready.postmaster).toBe(postmaster);
    expect(second.said).toContainEqual({ say: 'Taking over the database that is still running.' });
    await stop(second);
    expect(await isAlive(postmaster ?? 0)).toBe(false);
  });

  test('when the database is killed together with the server, the next one starts it anew', async () => {
    const first = workshop.keeper(data);
    const { postmaster } = await first.hear(isReady);
    await kill(first);
    await workshop.killPostgres(data);

    const begun = performance.now();
    const second = workshop.keeper(data);
    const ready = await second.hear(isReady);

    expect(performance.now() - begun).toBeLessThan(startMillisecondsMax);
    expect(ready.postmaster).not.toBe(postmaster);
    await stop(second);
  });

  test('a killed postmaster comes back under the running server', async () => {
    const keeper = workshop.keeper(data);
    const { postmaster = 0 } = await keeper.hear(isReady);

    process.kill(postmaster, 'SIGKILL');
    await keeper.hear(({ say }) => say === 'The database went away; bringing it back…');
    const guest = workshop.keeper(data, 'visitor');
    const ready = await guest.hear(isReady);

    expect(ready.postmaster).not.toBe(postmaster);
    await stop(guest);
    await stop(keeper);
  });

  test('a second server on the same folder is refused in a sentence, and the first goes on', async () => {
    const first = workshop.keeper(data);
    await first.hear(isReady);

    const second = workshop.keeper(data);
    const { refused } = await second.hear((what) => what.refused !== undefined);

    expect(await second.ended).toBe(1);
    const named = `process ${first.process.pid}`;
    expect(refused?.en).toContain('A Bangfu server already runs on');
    expect(refused?.en).toContain(named);
    expect(refused?.en).toContain('http://127.0.0.1:8080');
    expect(refused?.zh).toContain(`进程 ${first.process.pid}`);
    await stop(first);
    expect(first.said.at(-1)).toEqual({ stopped: true });
  });

  test('two that start together agree on one', async () => {
    const both = [workshop.keeper(data), workshop.keeper(data)];

    const outcomes = await Promise.all(
      both.map((keeper) => keeper.hear((what) => isReady(what) || what.refused !== undefined)),
    );

    expect(outcomes.filter(isReady)).toHaveLength(1);
    const [server] = both.filter((keeper) => keeper.said.some(isReady));
    if (server !== undefined) await stop(server);
  });

  test('the command line shares the database, and the last to leave shuts it down', async () => {
    const visitor = workshop.keeper(data, 'visitor');
    const { postmaster = 0 } = await visitor.hear(isReady);
    const server = workshop.keeper(data);
    await server.hear(isReady);

    await stop(visitor);
    const alive = await isAlive(postmaster);
    await stop(server);

    expect(alive).toBe(true);
    expect(await isAlive(postmaster)).toBe(false);
  });

  test('a pid file that names a stranger does not stop the start', async () => {
    const file = join(data, 'postgres', 'cluster', 'postmaster.pid');
    const first = workshop.keeper(data);
    await first.hear(isReady);
    const text = await readFile(file, 'utf8');
    await kill(first);
    await workshop.killPostgres(data);
    const { uid } = await stat(file);
    const stranger = spawn('sleep', ['60'], { uid });
    await writeFile(file, text.replace(/^\d+/, String(stranger.pid)));

    const second = workshop.keeper(data);

    await second.hear(isReady);
    expect(stranger.exitCode).toBe(null);
    stranger.kill();
    await stop(second);
  });

  test('a database killed while it was being created is created again', async () => {
    const fresh = join(workshop.folder, 'fresh');
    const first = workshop.keeper(fresh);
    await first.hear(({ say }) => say === 'Creating the database…');
    await kill(first);

    const second = workshop.keeper(fresh);

    await second.hear(isReady);
    await stop(second);
  });

  test('files that a killed start made and had not yet written do not stop the next one', async () => {
    const place = join(data, 'postgres');
    await writeFile(join(place, 'run', '.s.PGSQL.5432.lock'), '');
    await writeFile(join(place, 'cluster', 'postmaster.pid'), '');

    const keeper = workshop.keeper(data);

    await keeper.hear(isReady);
    await stop(keeper);
  });

  test('a data folder that was moved is opened where it is now', async () => {
    const moved = join(workshop.folder, 'moved');
    await rename(data, moved);

    const keeper = workshop.keeper(moved);

    await keeper.hear(isReady);
    await stop(keeper);
    await rename(moved, data);
  });

  test('a path too long for a socket is served from a short one', async () => {
    const long = join(workshop.folder, 'a'.repeat(60), 'b'.repeat(60));
    await mkdir(long, { recursive: true });
    const keeper = workshop.keeper(join(long, 'data'));

    const { postmaster = 0 } = await keeper.hear(isReady);

    await stop(keeper);
    expect(await isGoneWithin(postmaster, 0)).toBe(true);
  });
});

test('no acknowledged commit is lost, and none is half there, however often everything is killed', async () => {
  const place = join(workshop.folder, 'written');
  const acknowledged = new Set<number>();
  const check = ({ ids = [], rows, pairs }: Said) => {
    const kept = new Set(ids);
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    expect(rows).toBe(pairs);
  };

  for (const round of [1, 2, 3, 4]) {
    const keeper = workshop.keeper(place, 'server', 'write', String(round * 1_000_000));
    check(await keeper.hear(isReady));
    await keeper.hear(({ committed = 0 }) => committed >= round * 1_000_000 + 200);
    if (round % 2 === 0) await workshop.killPostgres(place);
    await kill(keeper);
    await workshop.killPostgres(place);
    for (const { committed } of keeper.said) {
      if (committed !== undefined) acknowledged.add(committed);
    }
  }

  const last = workshop.keeper(place);
  check(await last.hear(isReady));
  expect(acknowledged.size).toBeGreaterThan(400);
  await stop(last);
});
