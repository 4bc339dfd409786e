// What a decision of the past was made by, in words: rows keep a pack's id and edition, readers want its title.
import type { PackName } from '#contract/page.ts';
import type { PackLibrary } from './pack-library.ts';

/** By its title of today; a pack no longer installed by its id, which is all that is left of it. */
export function packNameOf(packs: PackLibrary, id: string, edition: string): PackName {
  const installed = packs.all().find(({ manifest }) => manifest.id === id);
  const title = installed?.manifest.title ?? { zh: id, en: id };
  return { id, version: edition.split('+')[0] ?? '', title };
}
