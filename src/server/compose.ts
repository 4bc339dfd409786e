// The only place where real things are made: database, keys, clock, jobs, and the doors joined to them.
import { readFileSync } from 'node:fs';
import { everything } from '#domain/access/scope.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { authenticate } from '#server/access/authenticate.ts';
import { openSecrets } from '#server/access/secrets.ts';
import { startKeepingHelp } from '#server/assistance/keep-sums.ts';
import { plansPart } from '#server/assistance/merge-plans.ts';
import { startSealing } from '#server/audit/seal.ts';
import { startFoldingCases } from '#server/casework/fold-cases.ts';
import { ensureApplicationRole } from '#server/database/application-role.ts';
import { connect, inScope } from '#server/database/connect.ts';
import { migrate } from '#server/database/migrate.ts';
import { type OpenDatabase, openDatabase } from '#server/database/open-database.ts';
import type { Role } from '#server/database/presence.ts';
import type { Say } from '#server/database/start-problem.ts';
import { startFoldingDays } from '#server/funds/fold-days.ts';
import { startLooking } from '#server/funds/look.ts';
import { moneyPart } from '#server/funds/merge-money.ts';
import { startHousekeeping } from '#server/housekeeping.ts';
import { startKeepingBurden } from '#server/insight/burden/keep-burden.ts';
import { startKeepingMovements } from '#server/insight/charts/keep-movements.ts';
import { startDelivering } from '#server/insight/explore/deliver.ts';
import { startKeepingCrosses } from '#server/insight/explore/keep-crosses.ts';
import { startKeepingQuality } from '#server/insight/quality/keep-quality.ts';
import { qualitySource } from '#server/insight/quality/quality-source.ts';
import { registerJobs } from '#server/job-kinds.ts';
import { makeJobs } from '#server/jobs/jobs.ts';
import { idMaker } from '#server/kernel/id-maker.ts';
import { readSettings, type Settings } from '#server/kernel/setting.store.ts';
import { openPackLibrary } from '#server/policy/pack-library.ts';
import { startWatchingPacks } from '#server/policy/watch-packs.ts';
import { startFolding } from '#server/registry/fold-counts.ts';
import { blindGuard } from '#server/supervision/blind-guard.ts';
import { kinGuard } from '#server/supervision/kin-guard.ts';
import { samplePart } from '#server/supervision/merge-sample.ts';
import { leadSource } from '#server/targeting/comparison/lead-source.ts';
import { startFoldingCover } from '#server/workforce/fold-cover.ts';
import { pairingsPart } from '#server/workforce/merge-pairings.ts';
import type { Config } from './config.ts';
import type { Clock, Platform } from './platform.ts';

export interface Composed {
  readonly platform: Platform;
  readonly database: OpenDatabase;
  /** Starts what works by itself: jobs, sealing, folding of counts. */
  startWork(): Promise<void>;
  close(): Promise<void>;
}

export interface ComposeOptions {
  readonly config: Config;
  readonly role: Role;
  readonly address?: string;
  readonly say: Say;
  readonly onLost?: (problem: unknown) => void;
  /** Another clock made of the machine's. */
  readonly clock?: (machine: Clock) => Clock;
}

/** Throws what starting threw; nothing stays open then, so that the process can end. */
export async function compose(options: ComposeOptions): Promise<Composed> {
  const { config, role, say } = options;
  const database = await openDatabase({
    dataFolder: config.dataFolder,
    databaseUrl: config.databaseUrl,
    role,
    address: options.address,
    say,
    onLost: options.onLost,
    settings: config.databaseSettings,
  });
  const opened = [() => database.stop()];
  try {
    return await composeOn(database, options, opened);
  } catch (problem) {
    await closeAll(opened);
    throw problem;
  }
}

/** What it opens it adds to what is open, to be closed at its end or where it does not come to one. */
async function composeOn(
  database: OpenDatabase,
  options: ComposeOptions,
  opened: (() => Promise<void>)[],
): Promise<Composed> {
  const { config, role, say } = options;
  const application = await ensureApplicationRole(database.owner, config.dataFolder);
  await migrate(database.owner, { say });
  const connection = connect(application);
  opened.push(() => connection.close());
  const { db } = connection;
  let settings = await inScope(db, everything, readSettings, 'read');
  const secrets = openSecrets(config.dataFolder, config.suite);
  const machine = makeClock(() => settings);
  const clock = options.clock?.(machine) ?? machine;
  const jobs = makeJobs({ db, alone: database.engine === 'embedded' && role === 'server' });

  const packs = await openPackLibrary(db);

  const platform: Platform = {
    db,
    packs,
    engine: { engine: database.engine, version: database.version },
    clock,
    secrets,
    jobs,
    stepGuards: [kinGuard],
    householdSources: [leadSource, qualitySource],
    mergeParts: [pairingsPart, moneyPart, plansPart, samplePart],
    readGuards: [blindGuard],
    dataFolder: config.dataFolder,
    version: packageVersion(),
    get demonstration() {
      return settings.demonstration;
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
  registerJobs(platform);

  const stops: (() => Promise<void>)[] = [];
  return {
    platform,
    database,
    async startWork() {
      stops.push(startSealing(platform), startFolding(db), startHousekeeping(platform));
      stops.push(startWatchingPacks(platform), startFoldingCases(db));
      stops.push(
        startKeepingMovements(platform),
        startKeepingQuality(platform),
        startKeepingBurden(platform),
        startFoldingCover(db),
        startKeepingHelp(db),
      );
      stops.push(startKeepingCrosses(platform), startDelivering(platform));
      stops.push(startFoldingDays(db), startLooking(platform));
      await jobs.start();
    },
    async close() {
      await jobs.stop();
      await Promise.all(stops.map((stop) => stop()));
      await closeAll(opened);
    },
  };
}

/** What was opened last is closed first. */
async function closeAll(opened: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of opened.toReversed()) await close();
}

function makeClock(settings: () => Settings): Clock {
  const shanghai = 8 * 60 * 60 * 1000;
  const now = () => new Date().toISOString();
  return {
    now,
    recordedAt: now,
    today: () =>
      plainDate(settings().today ?? new Date(Date.now() + shanghai).toISOString().slice(0, 10)),
  };
}

function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
