// Photographs of the demonstration county's works, once: drawn pictures of invented projects, whose names say so.
// They go the way of every file: sealed, kept once, seen by whoever sees the place.
import { createHash } from 'node:crypto';
import { Transformer } from '@napi-rs/image';
import { everything } from '#domain/access/scope.ts';
import { drawnPicture } from '#domain/demonstration/picture.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { type AreaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { inScope } from '#server/database/connect.ts';
import { insertAttachment } from '#server/kernel/attachment.store.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listBuilt } from './fill-projects.store.ts';

export const photographsMark = 'demonstration.photographs';

const seed = 'huanjiang-2016-09-30 photographs';
const most = 40;
const invented = '（虚构）';
const quality = 82;
const pixelsWide = 720;

/** How many photographs were drawn now; 0 when that was done before. */
export async function fillPhotographs(
  { db, secrets }: Pick<Platform, 'db' | 'secrets'>,
  area: AreaCode,
): Promise<number> {
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, photographsMark)) !== undefined) return 0;
    const county = countyNumberOf(area) ?? 0;
    const author = await findAccountByUsername(tx, 'county');
    const built = await listBuilt(tx, county);
    if (author === undefined || built.length === 0) return 0;
    const ids = randomOf(`${seed} ids`);
    const apart = Math.max(1, Math.floor(built.length / most));
    const shown = built.filter((_, index) => index % apart === 0).slice(0, most);
    for (const project of shown) {
      const isDone = project.step !== 'building';
      const svg = drawnPicture({ kind: project.kind, isDone }, randomOf(`${seed} ${project.id}`));
      const bytes = await Transformer.fromSvg(svg).resize({ width: pixelsWide }).webp(quality);
      const digest = createHash('sha256').update(bytes).digest('hex');
      await insertAttachment(
        tx,
        {
          county,
          id: makeId({ county, milliseconds: 1452816000007, random: ids.bytes(8) }),
          area: project.area_code,
          household: null,
          subject: `project:${project.id}`,
          kind: 'picture',
          showsPerson: false,
          fileName: `${isDone ? '完工' : '施工中'}：${project.title.replace(invented, '')}${invented}，图是画的.webp`,
          fileType: 'webp',
          bytes: bytes.length,
          hash: secrets.hash('attachment', digest),
          account: author.id,
          accountName: author.displayName,
          at: `${project.step_on}T03:00:00.000Z`,
        },
        () => secrets.sealBytes('attachment', bytes),
      );
    }
    await saveSetting(tx, photographsMark, shown.length);
    return shown.length;
  });
}
