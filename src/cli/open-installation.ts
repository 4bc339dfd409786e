// The installation a command works on: the database of the data folder, joined where a server runs on
// it and started for this command where none does. A command acts as an account, within its area and
// its permissions, or as the keeper of the data folder, whom nothing in the database binds.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { type Actor, may, scopeOf } from '#domain/access/actor.ts';
import type { Permission } from '#domain/access/permission.ts';
import { everything, type Scope } from '#domain/access/scope.ts';
import { nation } from '#domain/kernel/area-code.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { actorOf } from '#server/access/open-session.ts';
import { recordAct } from '#server/audit/record-act.ts';
import { compose } from '#server/compose.ts';
import type { Config } from '#server/config.ts';
import { inScope } from '#server/database/connect.ts';
import { type Say, StartProblem } from '#server/database/start-problem.ts';
import type { AuditNote, Context } from '#server/http/context.ts';
import { notPermitted } from '#server/http/input-refusals.ts';
import type { Platform } from '#server/platform.ts';

export interface Installation {
  readonly platform: Platform;
  /** Connects as the owner of the tables, whom nothing binds: for what concerns all of them. */
  readonly owner: ClientConfig;
  /** Undefined where the keeper of the data folder acts. */
  readonly actor: Actor | undefined;
  readonly scope: Scope;
  /**
   * One transaction in the scope of whoever acts, with the context a use case takes, and its line in
   * the audit trail.
   */
  act<Result>(act: string, work: (context: Context) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface InstallationRequest {
  readonly config: Config;
  /** Username given by `--as`. */
  readonly as: string | undefined;
  readonly permission: Permission | undefined;
  readonly say: Say;
}

const noSuchActor = {
  code: 'access/no-such-actor',
  status: 422,
  message: {
    zh: '没有名为“{username}”的可用账号，不能以它的身份执行。',
    en: 'There is no account “{username}” in use to act as.',
  },
} as const satisfies RefusalKind;

export async function openInstallation(request: InstallationRequest): Promise<Installation> {
  const { config, as, permission, say } = request;
  refuseEmptyFolder(config);
  const composed = await compose({ config, role: 'visitor', say });
  const { platform } = composed;
  try {
    const actor = as === undefined ? undefined : await findActor(platform, as);
    if (actor !== undefined && permission !== undefined && !may(actor, permission)) {
      refuse(notPermitted, { permission });
    }
    const scope = actor === undefined ? everything : scopeOf(actor);
    return {
      platform,
      owner: composed.database.owner,
      actor,
      scope,
      act: (act, work) => actIn(platform, { actor, scope, act }, work),
      close: () => composed.close(),
    };
  } catch (error) {
    await composed.close();
    throw error;
  }
}

/**
 * A folder without keys belongs to no installation. Opening it would make a database, or new keys for
 * a database that has its own: neither is what a command is asked for.
 */
function refuseEmptyFolder({ dataFolder }: Config): void {
  if (existsSync(join(dataFolder, 'keys', 'keys.json'))) return;
  throw new StartProblem({
    zh: `${dataFolder} 里还没有系统。请先运行 npm start，或用 BANGFU_DATA 指明数据文件夹。`,
    en: `There is no installation in ${dataFolder} yet. Run npm start first, or name the data folder with BANGFU_DATA.`,
  });
}

async function findActor(platform: Platform, username: string): Promise<Actor> {
  const account = await inScope(
    platform.db,
    everything,
    (tx) => findAccountByUsername(tx, username),
    'read',
  );
  if (account === undefined || account.disabledAt !== null) refuse(noSuchActor, { username });
  return actorOf(account);
}

const keeper: Actor = {
  account: '00000000-0000-0000-0000-000000000000',
  username: 'keeper',
  displayName: 'keeper of the data folder',
  title: '',
  role: 'admin',
  area: nation,
  areas: [nation],
  households: null,
  language: 'zh',
};

interface Acting {
  readonly actor: Actor | undefined;
  readonly scope: Scope;
  readonly act: string;
}

async function actIn<Result>(
  platform: Platform,
  { actor = keeper, scope, act }: Acting,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const now = platform.clock.now();
  let note: AuditNote = {};
  return inScope(platform.db, scope, async (tx) => {
    const context: Context = {
      ...commandSurroundings,
      platform,
      tx,
      now,
      today: platform.clock.today(),
      language: actor.language,
      actor,
      scope,
      area: actor.area,
      newId: platform.newId,
      may: (permission) => may(actor, permission),
      note: (more) => {
        note = { ...note, ...more };
      },
    };
    const result = await work(context);
    await recordAct(tx, platform.secrets.auditKey, {
      id: platform.newId(0),
      at: now,
      account: actor === keeper ? null : actor.account,
      act,
      area: note.area ?? actor.area,
      subject: note.subject ?? '',
      facts: { ...note.facts, by: 'command line' },
    });
    return result;
  });
}

/** What a command has instead of a request. */
const commandSurroundings = {
  address: '',
  device: 'command line',
  token: '',
  file: undefined,
  gone: new AbortController().signal,
  setCookie: () => undefined,
  // A command ends with its transaction: it keeps nothing in memory that could grow old.
  afterCommit: () => undefined,
} as const satisfies Partial<Context>;
