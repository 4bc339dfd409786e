// The demonstrations there are: which pack's files each is made of, where its accounts work. A data folder is
// one of them for good; a folder from before there were two is Huanjiang.
import { join } from 'node:path';
import { everything } from '#domain/access/scope.ts';
import {
  type DemonstrationPlaces,
  huanjiangPlaces,
  jiangjinPlaces,
} from '#server/access/demonstration-accounts.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { findSetting } from '#server/kernel/setting.store.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { type DemonstrationFiles, readDemonstration } from './read-demonstration.ts';

export const demonstrationNames = ['huanjiang', 'jiangjin'] as const;
export type DemonstrationName = (typeof demonstrationNames)[number];

export interface Demonstration {
  readonly name: DemonstrationName;
  /** The pack whose folder holds its files. */
  readonly pack: string;
  readonly places: DemonstrationPlaces;
}

export const demonstrations: Readonly<Record<DemonstrationName, Demonstration>> = {
  huanjiang: { name: 'huanjiang', pack: 'huanjiang-2016', places: huanjiangPlaces },
  jiangjin: { name: 'jiangjin', pack: 'jiangjin-2015', places: jiangjinPlaces },
};

export function filesOf({ pack }: Demonstration): DemonstrationFiles {
  return readDemonstration(join(shippedPacks, pack));
}

/** Written when a fill begins. */
export const nameMark = 'demonstration.name';

/** Which one a database was begun as; `asked` where none was yet. */
export async function demonstrationIn(db: Db, asked: DemonstrationName): Promise<Demonstration> {
  const begun = await inScope(
    db,
    everything,
    async (tx) => ({
      name: await findSetting(tx, nameMark),
      isBegun: (await findSetting(tx, 'demonstration')) === true,
    }),
    'read',
  );
  const name = demonstrationNames.find((one) => one === begun.name);
  if (name !== undefined) return demonstrations[name];
  return demonstrations[begun.isBegun ? 'huanjiang' : asked];
}
