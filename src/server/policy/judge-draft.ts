// What a draft is worth as it stands: its pack in place among the installed ones, what the check finds
// and in which row, what changes for those decided by it, and what its examples come to. Kept by
// its texts, since saving, the page, a try and the simulation ask for the same.
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { diffPacks, type PackChange } from '#domain/policy/authoring/diff-packs.ts';
import { type DraftExample, draftExamples } from '#domain/policy/authoring/draft-examples.ts';
import { isEditableKind } from '#domain/policy/authoring/row-places.ts';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import type { Pack, Placed } from '#domain/policy/pack/pack.ts';
import type { PackProblem } from '#domain/policy/pack/pack-problem.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import type { DraftWithFiles } from './draft.store.ts';
import { type InstalledVersion, newestPacks } from './installed-versions.ts';
import { digestOf } from './pack-library.ts';

export interface PlacedProblem extends PackProblem {
  /** Row it stands in; null where it concerns the file or the manifest. */
  readonly row: { readonly kind: string; readonly id: string } | null;
}

export interface JudgedDraft {
  /** Undefined while the manifest cannot be read. */
  readonly pack: Pack | undefined;
  /** The draft in place of the installed version, and everything below it. */
  readonly packs: ReadonlyMap<string, Pack>;
  /** Decided by until now, on the day the draft takes effect. */
  readonly before: ResolvedPack | undefined;
  readonly after: ResolvedPack | undefined;
  readonly problems: readonly PlacedProblem[];
  readonly errors: number;
  readonly changes: readonly PackChange[];
  readonly examples: readonly DraftExample[];
}

const kept = new Map<string, JudgedDraft>();

export function judgeDraft(
  draft: Pick<DraftWithFiles, 'pack' | 'basePack' | 'takesEffect' | 'files' | 'kind'>,
  versions: readonly InstalledVersion[],
): JudgedDraft {
  const texts = [digestOf(draft.files), ...versions.map(({ digest }) => digest)];
  const digests = texts.map((digest) => digest.toString('hex').slice(0, 16));
  const key = [draft.pack, draft.basePack, draft.takesEffect, ...digests].join(' ');
  const before = kept.get(key);
  if (before !== undefined) return before;
  if (kept.size > 40) kept.clear();
  const judged = judge(draft, versions);
  kept.set(key, judged);
  return judged;
}

function judge(
  draft: Pick<DraftWithFiles, 'pack' | 'basePack' | 'takesEffect' | 'files' | 'kind'>,
  versions: readonly InstalledVersion[],
): JudgedDraft {
  const { pack: id, basePack, takesEffect, files } = draft;
  const installed = newestPacks(versions);
  const on = takesEffect as PlainDate;
  const before = standing(installed, basePack, on);
  const { pack, problems: unread } = readPack(files);
  const packs = pack === undefined ? installed : new Map(installed).set(id, pack);
  const problems = unread.length > 0 ? unread : pack === undefined ? [] : checkPack(packs, id);
  const after = pack === undefined ? undefined : standing(packs, id, on);
  const isWhole = before !== undefined && after !== undefined;
  return {
    pack,
    packs,
    before,
    after,
    problems: problems.map((problem) => ({ ...problem, row: rowAt(pack, problem) })),
    errors: problems.filter(({ severity }) => severity === 'error').length,
    changes: isWhole ? diffPacks(before, after).flatMap(withoutNumber) : [],
    // A rule that does not stand would make every example of it look as if it came out otherwise.
    examples:
      isWhole && pack !== undefined && !problems.some(({ code }) => code.startsWith('rule/'))
        ? draftExamples({ before, after, packs, pack })
        : [],
  };
}

function standing(
  packs: ReadonlyMap<string, Pack>,
  id: string,
  on: PlainDate,
): ResolvedPack | undefined {
  const resolved = resolvePack(packs, id, on);
  return resolved.ok ? resolved.pack : undefined;
}

/** A new version always has another number and another first day. */
function withoutNumber(change: PackChange): readonly PackChange[] {
  if (change.kind !== 'manifest') return [change];
  const details = change.details.filter(({ path }) => path[0] !== 'version' && path[0] !== 'from');
  return details.length === 0 ? [] : [{ ...change, details }];
}

/** The row that begins last at or before the line. */
function rowAt(
  pack: Pack | undefined,
  { file, line }: PackProblem,
): { readonly kind: string; readonly id: string } | null {
  if (pack === undefined) return null;
  let found: { readonly kind: string; readonly id: string; readonly line: number } | undefined;
  const look = (kind: string, rows: readonly Placed<{ readonly id: string }>[]) => {
    for (const { row, at } of rows) {
      const place = at();
      const isBefore = place.file === file && place.line <= line;
      if (isBefore && place.line >= (found?.line ?? 0))
        found = { kind, id: row.id, line: place.line };
    }
  };
  for (const [kind, rows] of Object.entries(pack.rows)) if (isEditableKind(kind)) look(kind, rows);
  look('examples', pack.examples);
  return found === undefined ? null : { kind: found.kind, id: found.id };
}
