// A province's register: rows made by the database itself with the product's own counts, and for a rule the
// county's sheet put in force for the whole province. Only ever in a database of the bench.
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { analyse } from '#server/database/analyse.ts';
import { fillProvince } from '#server/demonstration/fill-province.ts';
import { installPack } from '#server/policy/pack-library.ts';
import type { Installation } from './installation.ts';

export const province = '45';

export interface ProvinceSize {
  readonly households: number;
  readonly persons: number;
}

export async function makeProvince(
  installation: Installation,
  size: ProvinceSize,
  tell: (step: string) => void,
): Promise<void> {
  const { composed } = installation;
  const { owner } = composed.database;
  await fillProvince({ owner, province, ...size, onStep: (step) => tell(`province: ${step}`) });
  await putInForce(composed);
  await analyse(owner);
  // As autovacuum leaves it a while after a bulk load; the first readers would do that work otherwise.
  await installation.asOwner(
    'vacuum registry_household, registry_person, registry_count, registry_count_delta',
    'checkpoint',
  );
}

type Composed = Installation['composed'];

/** Huanjiang's pack under another name and for the whole province. */
async function putInForce({ platform }: Composed): Promise<void> {
  const county = platform.packs.all().find(({ pack }) => pack.manifest.id === 'huanjiang-2016');
  if (county === undefined) throw new Error('the pack huanjiang-2016 is not installed');
  const files = new Map(
    [...county.files].filter(([path]) => !/^(demonstration|areas)\//.test(path)),
  );
  const manifest = (files.get('pack.yaml') ?? '')
    .replace(/^id: .*$/m, 'id: bench-province')
    .replace(/^area: .*$/m, `area: '${province}'`);
  files.set('pack.yaml', manifest);
  const { pack, problems } = readPack(files);
  if (pack === undefined) throw new Error(`the province's pack: ${problems[0]?.message.en}`);
  await installPack(platform.db, files, pack);
  await platform.packs.reload();
}
