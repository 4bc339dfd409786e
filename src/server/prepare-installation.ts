// What a data folder needs before anyone can use it: packs, areas, and on the very first start of a
// demonstration its county and accounts. Each step finds out by itself whether it was done, so a start
// that was killed goes on where it stopped.
import pg from 'pg';
import { everything } from '#domain/access/scope.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import type { Say } from '#server/database/start-problem.ts';
import { StartProblem } from '#server/database/start-problem.ts';
import { saveSetting } from '#server/kernel/setting.store.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { openEdition } from '#server/registry/area-edition.ts';
import { loadAreas, readAreaFiles } from '#server/registry/load-areas.ts';
import type { Composed } from './compose.ts';
import type { Config } from './config.ts';

/** Lines for the terminal about how to sign in. */
export async function prepareInstallation(
  composed: Composed,
  config: Config,
  say: Say,
): Promise<readonly string[]> {
  await installShippedPacks(composed, say);
  await loadCountry(composed, say);
  return prepareDemonstration(composed, config, say);
}

async function installShippedPacks({ platform }: Composed, say: Say): Promise<void> {
  let added = 0;
  for (const { files, pack, folder, problems } of await readPackFolders(shippedPacks)) {
    if (pack === undefined || problems.length > 0) {
      const [first] = problems;
      throw new StartProblem({
        zh: `政策包 ${folder} 不能用：${first?.message.zh ?? ''} 请运行 npm run bangfu -- pack check 查看。`,
        en: `The pack ${folder} cannot be used: ${first?.message.en ?? ''} See npm run bangfu -- pack check.`,
      });
    }
    if (await installPack(platform.db, files, pack)) added += 1;
  }
  if (added === 0) return;
  await platform.packs.reload();
  say({ zh: `装入政策包 ${added} 个`, en: `Installed ${added} policy packs` });
}

async function loadCountry({ database }: Composed, say: Say): Promise<void> {
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

async function prepareDemonstration(
  { platform }: Composed,
  config: Config,
  say: Say,
): Promise<readonly string[]> {
  return [];
}
