// The set of verifications the rules in force name, found through the process that uses it: the step of
// kind comparison names its set. Which kinds of verification need papers, a person asked, or come from
// blind scores by themselves is told by their ids, which packs share.
import type { RowSet } from '#domain/policy/pack/practice-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export const documentMethod = 'documentCheck';
export const neighbourMethod = 'neighbourCheck';
export const scoreMethod = 'crossCheck';
export const askAgainMethod = 'repeatCheck';

/** Set of the papers a check of documents sees. */
export const documentSet = 'documentKinds';

export function verificationSetOf(pack: ResolvedPack | undefined): RowSet | undefined {
  const steps = pack?.rows.processes.flatMap(({ row }) => row.steps) ?? [];
  const named = steps.find(
    ({ kind, verification }) => kind === 'comparison' && verification,
  )?.verification;
  return pack?.rows.verification.find(({ row }) => row.id === named)?.row;
}

export function documentsOf(pack: ResolvedPack | undefined): RowSet['rows'] {
  return pack?.rows.verification.find(({ row }) => row.id === documentSet)?.row.rows ?? [];
}

/** Somebody was asked: it has to say who, or two answers could not be told apart. */
export function needsInformant(method: string): boolean {
  return method !== documentMethod && method !== scoreMethod;
}
