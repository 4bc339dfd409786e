import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { dropApplicationRole, ensureApplicationRole } from '#server/database/application-role.ts';
import { aDatabase } from '#tests/world/database.ts';

const { ownerConnection, owner } = await aDatabase();
const folders: string[] = [];
const { rows } = await owner.query(
  'select rolsuper as yes from pg_roles where rolname = current_user',
);
const ownerIsSuperuser: boolean = rows[0].yes;

async function anInstallation(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-role-'));
  folders.push(folder);
  return folder;
}

async function ask(connection: ClientConfig, question: string): Promise<unknown> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query(question)).rows[0];
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  for (const folder of folders) {
    await dropApplicationRole(ownerConnection, folder);
    await rm(folder, { recursive: true });
  }
});

test('the application role is bound by row security, owns nothing and can become nobody greater', async () => {
  const application = await ensureApplicationRole(ownerConnection, await anInstallation());

  const role = await ask(
    application,
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_has_role(oid, 'bangfu_app', 'usage') as member
       from pg_roles where rolname = current_user`,
  );
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    member: true,
  });
  await expect(ask(application, 'create table kernel_x ()')).rejects.toThrow('permission denied');
});

test('its name and password are kept in a file only its owner may read, and used again', async () => {
  const folder = await anInstallation();
  const first = await ensureApplicationRole(ownerConnection, folder);

  const second = await ensureApplicationRole(ownerConnection, folder);

  expect(second).toEqual(first);
  const file = join(folder, 'keys', 'database-application');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toBe(`${first.user}:${first.password}\n`);
});

test('two installations on one server keep their own passwords', async () => {
  const first = await ensureApplicationRole(ownerConnection, await anInstallation());
  const second = await ensureApplicationRole(ownerConnection, await anInstallation());

  expect(first.user).not.toBe(second.user);
  await expect(ask(first, 'select 1 as one')).resolves.toEqual({ one: 1 });
  await expect(ask(second, 'select 1 as one')).resolves.toEqual({ one: 1 });
});

test('a password that was changed on the server is set again', async () => {
  const folder = await anInstallation();
  const { user } = await ensureApplicationRole(ownerConnection, folder);
  await owner.query(`alter role ${user} password 'another'`);

  const application = await ensureApplicationRole(ownerConnection, folder);

  await expect(ask(application, 'select 1 as one')).resolves.toEqual({ one: 1 });
});

test.runIf(ownerIsSuperuser)(
  'a role that could step around row security stops the start',
  async () => {
    const folder = await anInstallation();
    const { user } = await ensureApplicationRole(ownerConnection, folder);
    await owner.query(`alter role ${user} bypassrls`);

    await expect(ensureApplicationRole(ownerConnection, folder)).rejects.toThrow('too much power');
    await owner.query(`alter role ${user} nobypassrls`);
  },
);

test.runIf(ownerIsSuperuser)('so does a role that may become a greater one', async () => {
  const folder = await anInstallation();
  const { user } = await ensureApplicationRole(ownerConnection, folder);
  await owner.query(`create role bangfu_greater_${user} bypassrls`);
  await owner.query(`grant bangfu_greater_${user} to ${user}`);

  await expect(ensureApplicationRole(ownerConnection, folder)).rejects.toThrow('too much power');
  await owner.query(`drop role bangfu_greater_${user}`);
});

test('a spoiled key file is named, with what to do', async () => {
  const folder = await anInstallation();
  await ensureApplicationRole(ownerConnection, folder);
  const file = join(folder, 'keys', 'database-application');
  const kept = await readFile(file, 'utf8');
  await writeFile(file, 'rubbish');

  await expect(ensureApplicationRole(ownerConnection, folder)).rejects.toThrow(file);
  await writeFile(file, kept);
});
