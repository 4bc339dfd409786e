// A small server to be killed: keeps a database open as Bangfu's server does, and says as JSON lines
// what happens. `write` also commits numbered rows without pause and says each once it is acknowledged.

import { Client, type ClientConfig } from 'pg';
import { openDatabase } from '#server/database/open-database.ts';
import type { Role } from '#server/database/presence.ts';
import { messageOf, StartProblem } from '#server/database/start-problem.ts';

const [dataFolder = '', role = 'server', work = 'wait', first = '0'] = process.argv.slice(2);
const writers = 4;

async function keep(): Promise<void> {
  const database = await openDatabase({
    dataFolder,
    role: role as Role,
    address: 'http://127.0.0.1:8080',
    say: ({ en }) => tell({ say: en }),
    onLost: (problem) => {
      tell({ lost: messageOf(problem) });
      process.exit(3);
    },
    databaseUrl: undefined,
    binFolder: process.env.BANGFU_TEST_PG_BIN,
  });
  process.once('SIGTERM', async () => {
    await database.stop();
    tell({ stopped: true });
    process.exit(0);
  });
  await onDatabase(database.owner, async (client) => {
    await client.query('create table if not exists reliability_row (id bigint primary key)');
    await client.query(
      'create table if not exists reliability_pair (id bigint primary key references reliability_row)',
    );
    const { rows } = await client.query(
      `select (select count(*)::int from reliability_row) as rows,
              (select count(*)::int from reliability_pair) as pairs,
              (select coalesce(json_agg(id order by id), '[]') from reliability_row) as ids,
              split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postmaster`,
    );
    tell({ ready: true, version: database.version, ...rows[0] });
  });
  if (work === 'write') {
    await Promise.all(Array.from({ length: writers }, (_, n) => write(database.owner, n)));
  }
}

async function write(owner: ClientConfig, offset: number): Promise<void> {
  await onDatabase(owner, async (client) => {
    for (let id = Number(first) + offset; ; id += writers) {
      await client.query('begin');
      await client.query('insert into reliability_row values ($1)', [id]);
      await client.query('insert into reliability_pair values ($1)', [id]);
      await client.query('commit');
      tell({ committed: id });
    }
  }).catch((error: unknown) => tell({ broke: messageOf(error) }));
}

async function onDatabase(
  owner: ClientConfig,
  act: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  await act(client);
  await client.end();
}

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

const hold = setInterval(() => undefined, 1_000);
keep().catch((problem: unknown) => {
  clearInterval(hold);
  tell(problem instanceof StartProblem ? { refused: problem.text } : { crashed: String(problem) });
  process.exitCode = 1;
});
