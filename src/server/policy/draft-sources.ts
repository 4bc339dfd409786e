// Where the edits of a draft take rows from: the texts it began with and those of the packs below.
import type { EditSources } from '#domain/policy/authoring/edit-pack.ts';
import { chainOf } from '#domain/policy/pack/resolve-pack.ts';
import type { DraftWithFiles } from './draft.store.ts';
import { type InstalledVersion, newestPacks } from './installed-versions.ts';

/** The texts the draft began with, and those of the packs below it, nearest first. */
export function sourcesOf(
  draft: DraftWithFiles,
  versions: readonly InstalledVersion[],
): EditSources {
  const base = versions.find(
    ({ manifest }) => manifest.id === draft.basePack && manifest.version === draft.baseVersion,
  );
  const found = chainOf(newestPacks(versions), draft.basePack);
  const below = (found.ok ? [...found.chain].reverse() : []).flatMap(
    (pack) => versions.find((one) => one.pack === pack)?.files ?? [],
  );
  const isOwn = draft.kind === 'version';
  return {
    base: isOwn && base !== undefined ? base.files : new Map(),
    below: isOwn ? below.slice(1) : below,
    from: draft.takesEffect,
  };
}
