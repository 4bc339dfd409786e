// What a decision of the past was made by, in words: rows keep a pack's id and edition, readers want its title.
import type { PackName } from '#contract/page.ts';
import type { PackLibrary } from './pack-library.ts';

/** By its title of today; a pack no longer installed by its id, which is all that is left of it. */
export function packNameOf(packs: PackLibrary, id: string, edition: string): PackName {
  return named(
    id,
    edition,
    packs.all().filter(({ manifest }) => manifest.id === id),
  );
}

/** By the title its version bore: for a paper that was signed under it. */
export function packNameThen(packs: PackLibrary, id: string, edition: string): PackName {
  const versions = packs.versions(id);
  const then = versions.filter(({ manifest }) => manifest.version === versionIn(edition));
  return named(id, edition, [...then, ...versions]);
}

type Titled = { readonly manifest: { readonly title: PackName['title'] } };

function named(id: string, edition: string, [first]: readonly Titled[]): PackName {
  const title = first?.manifest.title ?? { zh: id, en: id };
  return { id, version: versionIn(edition), title };
}

/** An edition names the packs it builds on behind its own version. */
function versionIn(edition: string): string {
  return edition.split('+')[0] ?? '';
}
