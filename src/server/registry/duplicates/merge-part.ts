// What a capability above has to do with two households that become one: what it holds against it, what it
// does first, and how it takes that back. The register knows nothing of it but these questions.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import type { Merge } from './merge-rows.store.ts';

export interface MergePart {
  /** What has to be finished before, in words that fit "both, or one of them, have …". */
  hindrance(
    context: Pick<Context, 'tx' | 'today'>,
    merge: Omit<Merge, 'id'>,
  ): Promise<Bilingual | undefined>;
  /** Kinds of rows it takes care of where both households have one. */
  readonly settles: readonly string[];
  /** Before the rows change hands. */
  merging(context: Context, merge: Merge): Promise<void>;
  /** After they have gone back. */
  undone(context: Context, merge: Merge): Promise<void>;
}
