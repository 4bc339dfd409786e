// Papers of the demonstration county: rules it drafts anew with one threshold moved, and the bulletin of the
// month, reconciled and signed by two. Each once, in an older installation too; the figures are the register's.
import { everything } from '#domain/access/scope.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { madeBulletin, signedBulletin } from '#server/insight/bulletin/bulletins.ts';
import { keepAllMovements } from '#server/insight/charts/keep-movements.ts';
import { keepAllQuality } from '#server/insight/quality/keep-quality.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { beginDraft, saveEdits } from '#server/policy/edit-draft.ts';
import { actAs, nothingAsked } from './act-as.ts';

export const draftMark = 'demonstration.draft';
export const bulletinMark = 'demonstration.bulletin';

const threshold = 'listingCutOff';
const points = 65;
const takesEffect = '2017-01-01';

/** Where the code on the paper leads; a start on another port is not known here. */
const origin = 'http://127.0.0.1:8080';

/** How many rules the draft changes; 0 when it was begun before. */
export async function fillDraft(platform: Platform, county: AreaCode): Promise<number> {
  const pack = platform.packs.inForce(county, platform.clock.today());
  if (pack?.rows.parameters.some(({ row }) => row.id === threshold) !== true) return 0;
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, draftMark)) !== undefined) return 0;
    const office = await actAs(platform, tx, 'county');
    if (office === undefined) return 0;
    const { summary } = await beginDraft(office, {
      ...nothingAsked,
      body: {
        pack: pack.id,
        takesEffect,
        reason: '线边的户返贫多，拟放宽五分，先看列入多少户（虚构）',
      },
    });
    const { changes } = await saveEdits(office, {
      query: undefined,
      params: { id: summary.id },
      body: {
        baseVersion: summary.version,
        edits: [
          {
            do: 'value',
            id: threshold,
            from: takesEffect,
            value: points,
            verified: false,
            note: { zh: '县里拟定，虚构', en: 'As the county drafts it; invented' },
          },
        ],
      },
    });
    await saveSetting(tx, draftMark, changes.length);
    return changes.length;
  });
}

/** How many signed it; 0 when that was done before. */
export async function fillBulletin(platform: Platform): Promise<number> {
  // What the server keeps by the clock has to be there, or the paper would not agree with itself.
  await keepAllMovements(platform);
  await keepAllQuality(platform);
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, bulletinMark)) !== undefined) return 0;
    const office = await actAs(platform, tx, 'county');
    const second = await actAs(platform, tx, 'county-approver');
    if (office === undefined || second === undefined) return 0;
    const { id } = await madeBulletin(office, { ...nothingAsked, body: {} });
    const signing = { query: undefined, params: { id }, body: { origin } };
    await signedBulletin(office, signing);
    const { signatures } = await signedBulletin(second, signing);
    await saveSetting(tx, bulletinMark, id);
    return signatures;
  });
}
