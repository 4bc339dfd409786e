// Opens the database of an installation: the PostgreSQL server that DATABASE_URL names, else the
// embedded one of the data folder. Refuses a server that is too old or a user who may not do what the
// schema needs, before anything is written. Order of choice: decision 0001.

import { resolve } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { openEmbedded } from '#server/database/embedded.ts';
import { enter, type Role } from '#server/database/presence.ts';
import { pause } from '#server/database/process-table.ts';
import { messageOf, type Say, StartProblem } from '#server/database/start-problem.ts';

export interface DatabaseRequest {
  readonly dataFolder: string;
  /** DATABASE_URL; the embedded server when it is not set. */
  readonly databaseUrl?: string | undefined;
  /** A second `server` on the same database is refused; any number of visitors are not. */
  readonly role: Role;
  /** Where the server is going to answer. */
  readonly address?: string | undefined;
  readonly say: Say;
  /** Called when the database went away for good; without it that ends the process. */
  readonly onLost?: ((problem: unknown) => void) | undefined;
  readonly binFolder?: string | undefined;
  /** BANGFU_PG_SETTINGS. */
  readonly settings?: string | undefined;
}

export interface OpenDatabase {
  readonly engine: 'embedded' | 'server';
  /** As PostgreSQL says it: 18.4. */
  readonly version: string;
  /** Connects as the owner, who migrates. */
  readonly owner: ClientConfig;
  /** Ends our part; the embedded server is shut down when nobody else is at work on it. */
  stop(): Promise<void>;
}

/** Everything used of SQL is in PostgreSQL 15. */
const majorMin = 15;

export async function openDatabase(request: DatabaseRequest): Promise<OpenDatabase> {
  const onLost = request.onLost ?? endProcess;
  const dataFolder = resolve(request.dataFolder);
  if (request.databaseUrl) return openServer(request.databaseUrl, { ...request, onLost });
  const embedded = await openEmbedded({ ...request, dataFolder, onLost });
  return { engine: 'embedded', ...embedded };
}

async function openServer(
  url: string,
  request: DatabaseRequest & { readonly onLost: (problem: unknown) => void },
): Promise<OpenDatabase> {
  const owner = ownerOf(url);
  const { role, address } = request;
  const place = `${owner.host}/${owner.database}`;
  const version = await checkedVersion(owner);
  let presence = await enter(owner, { role, place, address });
  let leaving = false;
  const watch = () =>
    presence.client.once('end', () => {
      if (!leaving) again(12).catch(request.onLost);
    });
  const again = async (attempts: number): Promise<void> => {
    try {
      presence = await enter(owner, { role, place, address });
      watch();
    } catch (error) {
      if (error instanceof StartProblem || attempts === 0 || leaving) throw error;
      await pause(5_000);
      await again(attempts - 1);
    }
  };
  watch();
  return {
    engine: 'server',
    version,
    owner,
    stop: async () => {
      leaving = true;
      await presence.leave().catch(() => undefined);
    },
  };
}

/** Taken apart, so that the application role can use the same address with a name of its own. */
function ownerOf(url: string): ClientConfig {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('not postgres://');
    const { host, port, user, password, database, ssl } = new Client({ connectionString: url });
    return { host, port, user, password: password ?? undefined, database, ssl };
  } catch (error) {
    throw new StartProblem(
      {
        zh: `DATABASE_URL 无法识别（${messageOf(error)}）。请写成 postgres://用户:密码@主机:5432/数据库。`,
        en: `DATABASE_URL cannot be read (${messageOf(error)}). Write it as postgres://user:password@host:5432/database.`,
      },
      error,
    );
  }
}

/** What the schema asks of its owner, as expressions, with what to do when one does not hold. */
const needs: readonly {
  holds: string;
  problem: (user: string, database: string) => StartProblem;
}[] = [
  {
    holds: '(select rolsuper or rolcreaterole from pg_roles where rolname = current_user)',
    problem: (user) => mayNot('创建角色', 'create roles', `ALTER ROLE ${user} CREATEROLE`),
  },
  {
    holds: `coalesce(has_schema_privilege(current_schema(), 'create'), false)`,
    problem: (user) => mayNot('建表', 'create tables', `GRANT CREATE ON SCHEMA public TO ${user}`),
  },
  {
    // A schema of its own is made once, for rows that a run stages.
    holds: `has_database_privilege(current_database(), 'create')
              or exists (select from pg_namespace where nspname = 'stage')`,
    problem: (user, database) =>
      mayNot('建立模式', 'create schemas', `GRANT CREATE ON DATABASE ${database} TO ${user}`),
  },
  {
    // Functions of the schema carry these settings; PostgreSQL lets only those so granted write them.
    holds: `(select bool_and(has_parameter_privilege(name, 'set'))
               from unnest('{app.low,app.high,app.spans,app.households,app.merged}'::text[]) as name)`,
    problem: (user) =>
      mayNot(
        '在函数中固定参数 app.*',
        'fix the settings app.* in functions',
        `GRANT SET ON PARAMETER app.low, app.high, app.spans, app.households, app.merged TO ${user}`,
      ),
  },
];

async function oneText(client: Client, expression: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>(`select (${expression})::text as value`);
  return rows[0]?.value ?? '';
}

async function checkedVersion(owner: ClientConfig): Promise<string> {
  const client = new Client({ ...owner, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw unreachable(owner, error);
  });
  try {
    const version =
      /^[\d.]+/.exec(await oneText(client, `current_setting('server_version')`))?.[0] ?? '';
    if (!(Number.parseInt(version, 10) >= majorMin)) throw tooOld(version);
    for (const { holds, problem } of needs) {
      if ((await oneText(client, holds)) !== 'true') {
        throw problem(String(owner.user), String(owner.database));
      }
    }
    return version;
  } finally {
    await client.end();
  }
}

function endProcess(problem: unknown): never {
  throw problem;
}

function unreachable(owner: ClientConfig, error: unknown): StartProblem {
  const place = `${owner.user}@${owner.host}:${owner.port}/${owner.database}`;
  return new StartProblem(
    {
      zh: `无法连接 DATABASE_URL 指定的数据库 ${place}：${messageOf(error)}`,
      en: `The database that DATABASE_URL names, ${place}, cannot be reached: ${messageOf(error)}`,
    },
    error,
  );
}

function tooOld(version: string): StartProblem {
  return new StartProblem({
    zh: `DATABASE_URL 指定的是 PostgreSQL ${version}，需要 ${majorMin} 或更新的版本。请升级服务器，或去掉 DATABASE_URL 使用内置数据库。`,
    en: `DATABASE_URL names a PostgreSQL ${version}; ${majorMin} or later is needed. Upgrade the server, or leave DATABASE_URL out to use the embedded one.`,
  });
}

function mayNot(zh: string, en: string, remedy: string): StartProblem {
  return new StartProblem({
    zh: `DATABASE_URL 中的用户没有${zh}的权限。请由数据库管理员执行 ${remedy}，然后再启动。`,
    en: `The user in DATABASE_URL may not ${en}. Have the database's administrator run ${remedy}, and start again.`,
  });
}
