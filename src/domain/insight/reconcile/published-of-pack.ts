// The claims of a pack with everything they are held against: figures, lists and series of its chain.

import { plainDate } from '#domain/kernel/plain-date.ts';
import { mergeRows } from '#domain/policy/pack/merge-rows.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { Published } from './reconcile.ts';

/** `chain` from the base pack up to the pack itself, whose own claims are meant. */
export function publishedOf(chain: readonly Pack[]): Published {
  const pack = chain.at(-1);
  if (pack === undefined) throw new Error('a chain of packs has at least one');
  const rows = mergeRows(chain, plainDate(pack.manifest.from));
  return {
    rows,
    figures: rows.figures.map(({ row }) => row),
    claims: pack.rows.claims.map(({ row }) => row),
  };
}
