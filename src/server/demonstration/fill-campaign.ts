// A re-check of one village as a campaign, and the batch in which the county compared its records: begun, decided
// and refused by the rules that hold for everybody. Each once, in an older installation too; it says it is invented.
import { everything } from '#domain/access/scope.ts';
import { campaignProcesses } from '#domain/casework/campaign.ts';
import { type AreaCode, areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { decide } from '#server/casework/act-on-case.ts';
import { begin as beginBatch } from '#server/casework/batches.ts';
import { begin as beginCampaign } from '#server/casework/campaigns.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listWaitingCases } from '#server/publicity/waiting.store.ts';
import { actAs, carryOut, nothingAsked, quietVillages } from './act-as.ts';

export const campaignMark = 'demonstration.campaign';
export const batchMark = 'demonstration.batch';

const process = 'recheck';
const step = 'comparison';
const invented = '（虚构）';

/** Cases the county has not come to: the campaign stays open. */
const leftOver = 5;

/** The village it is about; undefined when that was done before, or no pack has such a process. */
export async function fillCampaign(
  platform: Platform,
  county: AreaCode,
): Promise<string | undefined> {
  const today = platform.clock.today();
  const pack = platform.packs.inForce(county, today);
  if (pack === undefined || !campaignProcesses(pack).some(({ id }) => id === process)) return;
  const begun = await inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, campaignMark)) !== undefined) return undefined;
    const context = await actAs(platform, tx, 'county');
    const [area] = await quietVillages(tx, { county, today });
    if (context === undefined || area === undefined) return undefined;
    await beginCampaign(
      { ...context, area },
      {
        ...nothingAsked,
        body: { area, title: `秋季“回头看”试点村${invented}`, process, stages: ['LISTED'] },
      },
    );
    await saveSetting(tx, campaignMark, area);
    return area;
  });
  if (begun !== undefined) await carryOut(platform);
  return begun;
}

/** How many cases were in the batch; 0 when that was done before. */
export async function fillBatch(platform: Platform): Promise<number> {
  const total = await inScope(platform.db, everything, async (tx) => {
    const village = await findSetting(tx, campaignMark);
    if (village === undefined || (await findSetting(tx, batchMark)) !== undefined) return 0;
    const context = await actAs(platform, tx, 'county');
    const span = spanOf(areaCode(String(village)));
    const waiting = await listWaitingCases(tx, { span, process, step, limit: 200 });
    const ids = waiting.map(({ id }) => id).slice(0, -leftOver);
    const [car, house, meanwhile] = ids;
    if (context === undefined || meanwhile === undefined) return 0;

    const lead = (id: string, what: string) => ({
      id,
      leave: false,
      outcome: 'lead',
      reason: `${what}，入户核查${invented}`,
    });
    const batch = await beginBatch(context, {
      ...nothingAsked,
      query: {},
      body: {
        process,
        step,
        act: 'decide',
        outcome: 'clean',
        reason: `部门名单已比对，没有疑点${invented}`,
        place: '',
        select: { ids },
        except: [car, house].flatMap((id, at) =>
          id === undefined ? [] : [lead(id, at === 0 ? '名下有车' : '县城有商品房')],
        ),
      },
    });
    // Somebody else comes to one of them first: the batch is told so and leaves it as it is.
    const other = await actAs(platform, tx, 'county-approver');
    if (other !== undefined) {
      const { outcome, reason } = lead(meanwhile, '群众反映有店铺');
      const body = { seen: 1, step, outcome, reason };
      await decide(other, { query: undefined, params: { id: meanwhile }, body });
    }
    await saveSetting(tx, batchMark, batch.total);
    return batch.total;
  });
  if (total > 0) await carryOut(platform);
  return total;
}
