// The versions of a pack: since when each counts, and what changed from one to another.
import type { getPackDiff } from '#contract/policy-drafts.ts';
import type { OutputOf } from '#contract/route.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchVersion } from '#domain/policy/authoring/authoring-refusals.ts';
import { diffPacks } from '#domain/policy/authoring/diff-packs.ts';
import { resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { noSuchPack } from '#domain/policy/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { type InstalledVersion, listInstalledVersions, packsOn } from './installed-versions.ts';

interface Asked {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

export async function versionDiff(
  { tx }: Context,
  { id, before, after }: Asked,
): Promise<OutputOf<typeof getPackDiff>> {
  const versions = await listInstalledVersions(tx);
  const own = versions.filter(({ manifest }) => manifest.id === id);
  const left = versionNamed(own, id, before);
  const right = versionNamed(own, id, after);

  const on = [left.manifest.from, right.manifest.from].sort().at(-1) ?? right.manifest.from;
  const standing = ({ pack }: InstalledVersion) => {
    const packs = new Map(packsOn(versions, on)).set(id, pack);
    const resolved = resolvePack(packs, id, plainDate(on));
    return resolved.ok ? resolved.pack : refuse(noSuchPack, { pack: id });
  };
  const changes = diffPacks(standing(left), standing(right));
  return {
    before,
    after,
    changes: changes.map((change) => ({
      ...change,
      details: change.details.map((detail) => ({ ...detail, path: [...detail.path] })),
    })),
  };
}

function versionNamed(
  own: readonly InstalledVersion[],
  id: string,
  version: string,
): InstalledVersion {
  if (own.length === 0) return refuse(noSuchPack, { pack: id });
  const found = own.find(({ manifest }) => manifest.version === version);
  const known = own.map(({ manifest }) => manifest.version).join(', ');
  return found ?? refuse(noSuchVersion, { pack: id, version, known });
}
