// A running app on a fresh copy of the database: areas of two counties, planted households, and the
// cast signed in. Time and ids are the test's.
//
//   const app = await anApp();
//   const answer = await app.as('chen').get('/api/access/me');
//   expect(answer.status).toBe(200);
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { authenticate } from '#server/access/authenticate.ts';
import { temporarySecrets } from '#server/access/secrets.ts';
import { inScope } from '#server/database/connect.ts';
import { makeApp } from '#server/http/make-app.ts';
import type { Served } from '#server/http/serve.ts';
import { type JobKind, makeJobs } from '#server/jobs/jobs.ts';
import { idMaker } from '#server/kernel/id-maker.ts';
import { readSettings } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { openPackLibrary } from '#server/policy/pack-library.ts';
import { type Caller, callerOf } from './caller.ts';
import type { CastName } from './cast.ts';
import { aDatabase, type TestDatabase } from './database.ts';
import { type Entered, enterCast } from './enter-cast.ts';
import { type Planted, plant } from './plant.ts';
import { insertSmallAreas } from './small-areas.ts';

export interface TestClock {
  now(): string;
  /** Goes on by so many seconds. */
  advance(seconds: number): void;
  set(now: string): void;
}

export interface TestApp extends TestDatabase {
  readonly app: FastifyInstance;
  readonly platform: Platform;
  readonly clock: TestClock;
  /** Rows planted in both counties; empty unless asked for. */
  readonly planted: Planted;
  readonly accounts: Readonly<Record<CastName, Entered>>;
  /** Somebody of the cast, signed in. */
  as(name: CastName): Caller;
  /** Whoever holds this token. */
  withToken(token: string): Caller;
  /** Nobody: a visit without a session. */
  readonly nobody: Caller;
  /** Carries out the jobs that wait. */
  runJobs(): Promise<void>;
}

export interface TestAppOptions {
  /** Marked rows in both counties, from every capability. */
  readonly planted?: boolean;
  /** Only one county's rows: what its people would see if there were no other. */
  readonly only?: 'home' | 'neighbour';
  /** An empty system without areas, households and accounts. */
  readonly empty?: boolean;
  readonly demonstration?: boolean;
  /** Only these doors, and these kinds of jobs; everything the product has when absent. */
  readonly routes?: readonly Served[];
  readonly jobKinds?: (platform: Platform) => readonly JobKind[];
  /** Folder of the built screens, for a browser. */
  readonly webFolder?: string;
}

/** Await it at the top of a test file. */
export async function anApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await aDatabase();
  const { db } = database;
  const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-app-'));
  const clock = aClock();
  const platform = await aPlatform({ database, clock, dataFolder, options });
  const { webFolder } = options;
  const routes = await joinParts(platform, options);
  const app = await makeApp({
    platform,
    routes,
    ...(webFolder === undefined ? {} : { webFolder }),
  });

  if (options.empty !== true) await inScope(db, everything, insertSmallAreas);
  const planted = await plant(platform, options);
  const accounts = await enterCast(platform, planted, options);

  afterAll(async () => {
    await app.close();
    await platform.jobs.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });
  return {
    ...database,
    app,
    platform,
    clock,
    planted,
    accounts,
    as: (name) => callerOf(app, accounts[name].token),
    withToken: (token) => callerOf(app, token),
    nobody: callerOf(app, undefined),
    async runJobs() {
      while (await platform.jobs.runOne());
    },
  };
}

/** What is not asked for is not even loaded: a capability's test does not wait for the others. */
async function joinParts(
  platform: Platform,
  { routes, jobKinds }: TestAppOptions,
): Promise<readonly Served[]> {
  for (const kind of jobKinds?.(platform) ?? []) platform.jobs.register(kind);
  if (routes !== undefined) return routes;
  const { registerJobs } = await import('#server/job-kinds.ts');
  if (jobKinds === undefined) registerJobs(platform);
  return (await import('#server/routes.ts')).allRoutes;
}

interface PlatformParts {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly dataFolder: string;
  readonly options: TestAppOptions;
}

async function aPlatform({
  database,
  clock,
  dataFolder,
  options,
}: PlatformParts): Promise<Platform> {
  const { db } = database;
  const today = plainDate('2016-09-30');
  const packs = await openPackLibrary(db);
  let settings = await inScope(db, everything, readSettings, 'read');
  return {
    db,
    engine: { engine: database.engine, version: database.version },
    clock: { now: clock.now, recordedAt: clock.now, today: () => today },
    secrets: temporarySecrets(),
    jobs: makeJobs({ db, alone: false }),
    dataFolder,
    version: '0.0.0-test',
    packs,
    get demonstration() {
      return settings.demonstration || options.demonstration === true;
    },
    get notes() {
      return settings.notes;
    },
    newId: idMaker(() => Date.now()),
    authenticate: (token) => authenticate(db, token, clock.now()),
    async reloadSettings() {
      settings = await inScope(db, everything, readSettings, 'read');
    },
  };
}

/** Stands still unless told otherwise, but never gives one instant twice: order is part of history. */
function aClock(): TestClock {
  let milliseconds = Date.parse('2016-09-30T02:00:00.000Z');
  return {
    now() {
      milliseconds += 1;
      return new Date(milliseconds).toISOString();
    },
    advance(seconds) {
      milliseconds += seconds * 1000;
    },
    set(now) {
      milliseconds = Date.parse(now);
    },
  };
}
