// The installed packs with one draft in its place: what a simulation of the draft is run on.
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchDraft } from '#domain/policy/authoring/draft-refusals.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { Tx } from '#server/database/connect.ts';
import { findDraft } from './draft.store.ts';
import { listInstalledVersions } from './installed-versions.ts';
import { judgeDraft } from './judge-draft.ts';

export interface DraftPacks {
  readonly packs: ReadonlyMap<string, Pack>;
  /** The draft's own pack: give it to `resolvePack(packs, pack, takesEffect)`. */
  readonly pack: string;
  /** Day on which it takes effect. */
  readonly takesEffect: string;
  /** Above zero while it does not stand: then it decides nothing. */
  readonly errors: number;
  readonly version: number;
}

export async function draftPacks(tx: Tx, id: string): Promise<DraftPacks> {
  const draft = (await findDraft(tx, id)) ?? refuse(noSuchDraft);
  const { packs, errors } = judgeDraft(draft, await listInstalledVersions(tx));
  return {
    packs,
    pack: draft.pack,
    takesEffect: draft.takesEffect,
    errors,
    version: draft.version,
  };
}
