// A kept trial of the rules, so that the planning board has a scenario to lay over the villages: the line five points
// further out. Whoever kept it is invented and says so; its numbers are counted by the register. Once, in an older
// installation too.
import type { Actor } from '#domain/access/actor.ts';
import { everything } from '#domain/access/scope.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { type AreaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { inScope } from '#server/database/connect.ts';
import { readTrial } from '#server/insight/simulation/asked-trial.ts';
import { simulationOf } from '#server/insight/simulation/simulated.ts';
import { insertTrial } from '#server/insight/simulation/trial.store.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';

export const trialMark = 'demonstration.trial';

const wider = 5;
const margin = 1;
const author = '县指挥部（虚构）';

/** How many households it would bring in; 0 where it was kept before, or nothing scores households. */
export async function fillTrial(platform: Platform, county: AreaCode): Promise<number> {
  const [today, now] = [platform.clock.today(), platform.clock.now()];
  const [sheet] = platform.packs.inForce(county, today)?.sheets.values() ?? [];
  if (sheet === undefined || sheet.cutOff === null) return 0;
  const changes: readonly Change[] = [{ kind: 'cutOff', value: sheet.cutOff + wider }];
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, trialMark)) !== undefined) return 0;
    const number = countyNumberOf(county) ?? 0;
    const account = makeId({ county: number, milliseconds: 0, random: new Uint8Array(10) });
    const actor: Actor = {
      account,
      username: '',
      displayName: author,
      title: '',
      role: 'county',
      area: county,
      areas: [county],
      households: null,
      language: 'zh',
    };
    const gone = new AbortController().signal;
    const context = { tx, platform, today, area: county, actor, language: 'zh', gone } as const;

    const asked = await readTrial(context, { changes, margin });
    const result = await simulationOf(context, asked);

    await insertTrial(tx, {
      id: platform.newId(number),
      area_code: county,
      account,
      author_name: author,
      name: '分数线放宽五分（虚构方案）',
      reasons: '推演时套在沙盘上：看多列入这些户，各村还能不能按计划退出。',
      on_date: asked.on,
      saved_at: now,
      pack: asked.base.id,
      pack_version: asked.base.version,
      margin,
      changes,
      result,
    });
    await saveSetting(tx, trialMark, result.enters.households);
    return result.enters.households;
  });
}
