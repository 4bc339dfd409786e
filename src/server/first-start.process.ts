// The bulk of a first start in a process of its own: the country's areas and the demonstration county.
// Its memory goes with it, so that the server begins as small as at any later start.

import pg from 'pg';
import { openSecrets } from '#server/access/secrets.ts';
import { analyse } from '#server/database/analyse.ts';
import { ensureApplicationRole } from '#server/database/application-role.ts';
import { connect } from '#server/database/connect.ts';
import { type OpenDatabase, openDatabase } from '#server/database/open-database.ts';
import { type Say, StartProblem } from '#server/database/start-problem.ts';
import { onItsDay } from '#server/demonstration/demonstration-clock.ts';
import {
  type DemonstrationName,
  demonstrationIn,
  filesOf,
} from '#server/demonstration/demonstrations.ts';
import { fillDemonstration } from '#server/demonstration/fill-demonstration.ts';
import { fillSteps } from '#server/demonstration/fill-steps.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { openEdition } from '#server/registry/area-edition.ts';
import { loadAreas, readAreaFiles } from '#server/registry/load-areas.ts';
import { compose } from './compose.ts';
import type { FirstStartAnswer, FirstStartTask } from './run-first-start.ts';

// The server is gone: nobody waits for this, and the next start goes on where it stood.
process.on('disconnect', () => process.exit(1));

process.once('message', (task: FirstStartTask) => {
  carryOut(task)
    .catch(answerOf)
    .then(tell)
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
});

const say: Say = (text) => {
  process.send?.({ kind: 'said', text } satisfies FirstStartAnswer);
};

async function carryOut(task: FirstStartTask): Promise<FirstStartAnswer> {
  const { config } = task;
  if (task.steps) {
    const composed = await compose({
      config,
      role: 'visitor',
      say: () => undefined,
      clock: onItsDay,
    });
    const demonstration = await demonstrationIn(composed.platform.db, askedIn(config));
    await fillSteps(composed.platform, demonstration, say).finally(() => composed.close());
  }
  if (!task.areas && !task.demonstration) return { kind: 'done' };
  const database = await openDatabase({
    dataFolder: config.dataFolder,
    databaseUrl: config.databaseUrl,
    role: 'visitor',
    say: () => undefined,
    settings: config.databaseSettings,
  });
  try {
    if (task.areas) await loadCountry(database);
    if (task.demonstration) {
      const secrets = openSecrets(config.dataFolder, config.suite);
      const application = await ensureApplicationRole(database.owner, config.dataFolder);
      const connection = connect({ ...application, options: bulkOptions }, 2);
      const demonstration = await demonstrationIn(connection.db, askedIn(config));
      await fillDemonstration({
        db: connection.db,
        secrets,
        name: demonstration.name,
        ...filesOf(demonstration),
        onProgress: ({ households, persons }) =>
          say({
            zh: `演示县：${households} 户 ${persons} 人`,
            en: `Demonstration: ${households} households, ${persons} persons`,
          }),
      });
      await connection.close();
      await analyse(database.owner);
    }
    return { kind: 'done' };
  } finally {
    await database.stop();
  }
}

function askedIn({ demonstration }: FirstStartTask['config']): DemonstrationName {
  return demonstration === 'none' ? 'huanjiang' : demonstration;
}

/** A chunk that a power cut takes back is only filled again: no chunk waits for the disk. */
const bulkOptions = '-c synchronous_commit=off';

async function loadCountry(database: OpenDatabase): Promise<void> {
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    let told = 0;
    const { areas } = await loadAreas(client, {
      edition: openEdition(),
      files: readAreaFiles(shippedPacks),
      onProgress: (count) => {
        if (count - told < 200_000) return;
        told = count;
        say({ zh: `装入区划 ${count} 个…`, en: `Loading areas: ${count}…` });
      },
    });
    if (areas > 0)
      say({ zh: `全国区划已装入：${areas} 个`, en: `Areas of the whole country: ${areas}` });
  } finally {
    await client.end();
  }
}

function answerOf(error: unknown): FirstStartAnswer {
  if (error instanceof StartProblem) return { kind: 'failed', text: error.text };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', text: { zh: message, en: '' } };
}

function tell(answer: FirstStartAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}
