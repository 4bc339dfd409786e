// The role the application works under: it may be bound by row security, owns nothing and can become
// nobody greater. Grants and policies name the group `bangfu_app`; each installation logs in as a
// member of its own, so that several databases on one server (counties, tests) never share a password,
// and one installation cannot connect to another's database.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client, type ClientConfig, escapeIdentifier, escapeLiteral } from 'pg';
import { pause } from '#server/database/process-table.ts';
import { keepSecret } from '#server/database/secret-file.ts';
import { codeOf, messageOf, StartProblem } from '#server/database/start-problem.ts';

export const applicationGroup = 'bangfu_app';

interface Login {
  readonly user: string;
  readonly password: string;
}

/** Makes sure of the roles and gives the connection the application is to use. */
export async function ensureApplicationRole(
  owner: ClientConfig,
  dataFolder: string,
): Promise<ClientConfig> {
  const login = await keptLogin(dataFolder);
  const connection: ClientConfig = { ...owner, ...login };
  if (!(await isHarmless(connection))) {
    await withClient(owner, (client) => makeRoles(client, login)).catch((error: unknown) => {
      throw codeOf(error) === '42501' ? mayNotMakeRoles(error) : error;
    });
    if (!(await isHarmless(connection))) throw noSuchLogin(login.user);
  }
  return connection;
}

/**
 * Removes what `ensureApplicationRole` made for this installation; the group stays. Not by `drop
 * owned`, which only a superuser or a member of the role may do.
 */
export async function dropApplicationRole(owner: ClientConfig, dataFolder: string): Promise<void> {
  const { user } = await keptLogin(dataFolder);
  const name = escapeIdentifier(user);
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ database: string }>(
      `select datname as database from pg_database where datacl::text like '%' || $1 || '=%'`,
      [user],
    );
    for (const { database } of rows) {
      await client.query(`revoke all on database ${escapeIdentifier(database)} from ${name}`);
    }
    await client.query(`drop role if exists ${name}`);
  });
}

async function keptLogin(dataFolder: string): Promise<Login> {
  const file = join(dataFolder, 'keys', 'database-application');
  const fresh = () =>
    `${applicationGroup}_${randomBytes(4).toString('hex')}:${randomBytes(24).toString('base64url')}`;
  const [user = '', password = ''] = (await keepSecret(file, fresh)).split(':');
  if (/^\w+$/.test(user) && password !== '') return { user, password };
  throw new StartProblem({
    zh: `${file} 的内容无法识别，应为“角色:密码”。请从备份恢复，或删除它以便重新生成。`,
    en: `${file} cannot be read; it should hold "role:password". Restore it from a backup, or delete it to have it made anew.`,
  });
}

/** False when it cannot log in yet; refuses a role that row security would not bind. */
async function isHarmless(connection: ClientConfig): Promise<boolean> {
  try {
    return await withClient(connection, async (client) => {
      const { rows } = await client.query<{ role: string }>(
        `select rolname as role from pg_roles
          where pg_has_role(current_user, oid, 'member')
            and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)
         union all
         select 'owner of ' || classid::regclass from pg_shdepend
          where deptype = 'o' and refobjid = current_user::regrole and refclassid = 'pg_authid'::regclass
          limit 1`,
      );
      const greater = rows[0]?.role;
      if (greater !== undefined) throw tooGreat(String(connection.user), greater);
      return true;
    });
  } catch (error) {
    // 28P01 wrong password, 28000 no such role or not allowed in, 42501 may not connect to this database.
    if (['28P01', '28000', '42501'].includes(codeOf(error))) return false;
    throw error;
  }
}

async function makeRoles(client: Client, { user, password }: Login): Promise<void> {
  const name = escapeIdentifier(user);
  const harmless = 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  await makeRole(client, applicationGroup, `nologin ${harmless}`);
  await makeRole(client, user, `login inherit ${harmless}`);
  await client.query(`alter role ${name} login password ${escapeLiteral(password)}`);
  await client.query(`grant ${applicationGroup} to ${name}`);
  const { rows } = await client.query<{ database: string; schema: string }>(
    'select current_database() as database, current_schema() as schema',
  );
  const database = escapeIdentifier(rows[0]?.database ?? '');
  await client.query(`revoke connect, temporary on database ${database} from public`);
  await client.query(`grant connect, temporary on database ${database} to ${name}`);
  await client.query(
    `grant usage on schema ${escapeIdentifier(rows[0]?.schema ?? 'public')} to ${applicationGroup}`,
  );
}

/** Roles belong to the whole server: another database there may be making the same one just now. */
async function makeRole(client: Client, role: string, attributes: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rows.length > 0) return;
    try {
      await client.query(`create role ${escapeIdentifier(role)} ${attributes}`);
      return;
    } catch (error) {
      if (codeOf(error) === '42501' || attempt === 5) throw error;
      await pause(50);
    }
  }
}

async function withClient<Result>(
  connection: ClientConfig,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function tooGreat(user: string, greater: string): StartProblem {
  return new StartProblem({
    zh: `应用角色 ${user} 权限过大（${greater}）：行级安全对它无效。请收回该权限后再启动。`,
    en: `The application role ${user} has too much power (${greater}): row security would not bind it. Take that away and start again.`,
  });
}

function noSuchLogin(user: string): StartProblem {
  return new StartProblem({
    zh: `应用角色 ${user} 无法登录数据库。请检查服务器的 pg_hba.conf 是否允许该角色用密码登录。`,
    en: `The application role ${user} cannot log in. Check that the server's pg_hba.conf lets it in with a password.`,
  });
}

function mayNotMakeRoles(error: unknown): StartProblem {
  return new StartProblem(
    {
      zh: `DATABASE_URL 中的用户不能创建或授予角色（${messageOf(error)}）。请由管理员执行 ALTER ROLE 用户 CREATEROLE；若 ${applicationGroup} 由他人创建，再执行 GRANT ${applicationGroup} TO 用户 WITH ADMIN OPTION。`,
      en: `The user in DATABASE_URL may not create or grant roles (${messageOf(error)}). Have an administrator run ALTER ROLE user CREATEROLE and, where somebody else made ${applicationGroup}, GRANT ${applicationGroup} TO user WITH ADMIN OPTION.`,
    },
    error,
  );
}
