// A pack enters the installation: proved first, together with the packs that stand on it, and never
// over a version that is there. A refusal leaves everything as it was.
import { isInScope, type Scope } from '#domain/access/scope.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  dependentBreaks,
  olderVersion,
  packIsDamaged,
  packIsElsewhere,
  versionTaken,
} from '#domain/policy/authoring/authoring-refusals.ts';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { PackProblem } from '#domain/policy/pack/pack-problem.ts';
import { compareVersions } from '#domain/policy/pack/pack-version.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { chainOf } from '#domain/policy/pack/resolve-pack.ts';
import type { Tx } from '#server/database/connect.ts';
import { type InstalledVersion, listInstalledVersions, newestPacks } from './installed-versions.ts';
import { insertPack } from './pack.store.ts';
import { digestOf } from './pack-library.ts';

export interface Installing {
  readonly files: ReadonlyMap<string, string>;
  readonly account: string | null;
  /** A pack of an area outside it is refused. */
  readonly scope: Scope;
}

/** The pack, and whether it was not there before. */
export async function installChecked(
  tx: Tx,
  { files, account, scope }: Installing,
): Promise<{ readonly pack: Pack; readonly isNew: boolean }> {
  const versions = await listInstalledVersions(tx);

  const pack = provedPack(files, versions);
  if (!isInScope(pack.manifest.area, scope)) {
    refuse(packIsElsewhere, { pack: pack.manifest.id, area: pack.manifest.area });
  }
  const digest = digestOf(files);
  if (isInstalled(pack, digest, versions)) return { pack, isNew: false };

  const { id, version, area, from, until } = pack.manifest;
  await insertPack(tx, { id, version, area, from, until: until ?? null, files, digest, account });
  return { pack, isNew: true };
}

function provedPack(
  files: ReadonlyMap<string, string>,
  versions: readonly InstalledVersion[],
): Pack {
  const { pack, problems } = readPack(files);
  if (pack === undefined) return damaged('pack.yaml', problems);
  const { id } = pack.manifest;
  refuseDamaged(id, problems);
  const packs = new Map(newestPacks(versions)).set(id, pack);
  refuseDamaged(id, checkPack(packs, id));
  for (const [other] of packs) {
    const found = chainOf(packs, other);
    const stands = found.ok && found.chain.some(({ manifest }) => manifest.id === id);
    if (other === id || !stands) continue;
    const broken = checkPack(packs, other).filter(isError);
    if (broken.length > 0) refuse(dependentBreaks, { pack: id, other }, broken.slice(0, 50));
  }
  return pack;
}

function refuseDamaged(pack: string, problems: readonly PackProblem[]): void {
  const errors = problems.filter(isError);
  if (errors.length > 0) damaged(pack, errors);
}

function damaged(pack: string, errors: readonly PackProblem[]): never {
  const [first] = errors;
  const place = `${first?.file}:${first?.line}`;
  return refuse(packIsDamaged, { pack, errors: errors.length, place }, errors.slice(0, 50));
}

/** True for the same texts again; another text under a number that is taken or passed is refused. */
function isInstalled(
  { manifest: { id, version } }: Pack,
  digest: Buffer,
  versions: readonly InstalledVersion[],
): boolean {
  const own = versions.filter(({ manifest }) => manifest.id === id);
  const same = own.find(({ manifest }) => manifest.version === version);
  if (same?.digest.equals(digest) === true) return true;
  if (same !== undefined) refuse(versionTaken, { pack: id, version });
  const newer = own.find(({ manifest }) => compareVersions(manifest.version, version) > 0);
  if (newer === undefined) return false;
  return refuse(olderVersion, { pack: id, version, newest: newer.manifest.version });
}

function isError({ severity }: PackProblem): boolean {
  return severity === 'error';
}
