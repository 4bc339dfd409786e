// What a data folder needs before anyone can use it: packs, areas, and on the very first start of a
// demonstration its county and accounts. Each step finds out by itself whether it was done, so a start
// that was killed goes on where it stopped.
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { type Say, StartProblem } from '#server/database/start-problem.ts';
import { demonstrationIn } from '#server/demonstration/demonstrations.ts';
import { findFilled } from '#server/demonstration/fill-demonstration.ts';
import { hasOpenSteps } from '#server/demonstration/fill-steps.ts';
import { isInUse } from '#server/kernel/setting.store.ts';
import { areInstalled, installPack, packsChangedHere } from '#server/policy/pack-library.ts';
import { readPackTexts, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { openEdition } from '#server/registry/area-edition.ts';
import { areAreasLoaded, readAreaFiles } from '#server/registry/load-areas.ts';
import type { Composed } from './compose.ts';
import type { Config } from './config.ts';
import { accountLines } from './demonstration-password.ts';
import { runFirstStart } from './run-first-start.ts';

export interface Preparation {
  readonly config: Config;
  readonly say: Say;
  /** The start is being given up. */
  readonly signal?: AbortSignal;
}

/** Lines for the terminal about how to sign in. */
export async function prepareInstallation(
  composed: Composed,
  { config, say, signal }: Preparation,
): Promise<readonly string[]> {
  const { platform, database } = composed;
  await installShippedPacks(composed, say);
  const isDemonstration = await isToBeDemonstration(composed, config);
  const areaFiles = readAreaFiles(shippedPacks);
  const task = {
    config,
    areas: !(await areAreasLoaded(database.owner, openEdition(), areaFiles)),
    demonstration: isDemonstration && (await findFilled(platform.db))?.done !== true,
    steps: false,
  };
  if (task.areas || task.demonstration) {
    await runFirstStart(task, say, signal);
    await platform.reloadSettings();
  }
  if (!isDemonstration) return [];
  const demonstration = await demonstrationIn(platform.db, 'huanjiang');
  const { places, name } = demonstration;
  const lines = await accountLines(platform, { places, given: config.demonstrationPassword });
  if (await hasOpenSteps(platform.db, name)) {
    await runFirstStart({ config, areas: false, demonstration: false, steps: true }, say, signal);
  }
  return lines;
}

async function installShippedPacks({ platform }: Composed, say: Say): Promise<void> {
  let added = 0;
  const changedHere = await packsChangedHere(platform.db);
  for (const { folder, files } of await readPackTexts(shippedPacks)) {
    if (await areInstalled(platform.db, files)) continue;
    const { pack, problems } = readPack(files);
    if (pack === undefined || problems.length > 0) {
      const [first] = problems;
      throw new StartProblem({
        zh: `政策包 ${folder} 不能用：${first?.message.zh ?? ''} 请运行 npm run bangfu -- pack check 查看。`,
        en: `The pack ${folder} cannot be used: ${first?.message.en ?? ''} See npm run bangfu -- pack check.`,
      });
    }
    if (changedHere.has(pack.manifest.id)) {
      const { id, version } = pack.manifest;
      say({
        zh: `${id} 在本系统批准过自己的版本，随程序来的 ${version} 版没有装入`,
        en: `${id} has a version approved here, so the ${version} that came with the program was not installed`,
      });
      continue;
    }
    if (await installPack(platform.db, files, pack)) added += 1;
  }
  if (added === 0) return;
  await platform.packs.reload();
  say({ zh: `装入政策包 ${added} 个`, en: `Installed ${added} policy packs` });
}

/**
 * An empty database becomes the demonstration it was asked to be, or stays empty for good: which of the
 * two is decided once, at the first start.
 */
async function isToBeDemonstration({ platform }: Composed, config: Config): Promise<boolean> {
  if ((await findFilled(platform.db)) !== undefined) return true;
  return config.demonstration !== 'none' && !(await isInUse(platform.db));
}
