// The worked examples of a draft, live: which come out as they say, and which come out otherwise than
// by the rules that held before, with both results and their reasons.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import {
  type Expected,
  type OutcomeLine,
  outcomeIn,
} from '#domain/policy/authoring/example-outcome.ts';
import { runExamples } from '#domain/policy/pack/check-examples.ts';
import type { Example } from '#domain/policy/pack/example-schema.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export interface DraftExample {
  readonly id: string;
  readonly title: Bilingual;
  readonly on: string;
  /** Of the draft's own pack; those of the packs below only show what changes. */
  readonly isOwn: boolean;
  /** Null for an example of a pack below. */
  readonly passes: boolean | null;
  readonly problems: readonly Bilingual[];
  /** On the day the draft takes effect, by the old rules and by the new. */
  readonly before: readonly OutcomeLine[];
  readonly after: readonly OutcomeLine[];
  readonly differs: boolean;
  /** What the example would say if the new result is the right one. */
  readonly expected: Expected;
  /** Rules it asks about: criteria, sheets, tables. */
  readonly about: readonly string[];
}

export interface DraftSides {
  readonly before: ResolvedPack;
  readonly after: ResolvedPack;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly pack: Pack;
}

export function draftExamples({ before, after, packs, pack }: DraftSides): readonly DraftExample[] {
  const runs = new Map(runExamples(packs, pack).map((run) => [run.id, run.problems]));
  const own = new Set(pack.examples.map(({ row }) => row.id));
  const below = after.chain
    .slice(0, -1)
    .flatMap(({ examples }) => examples)
    .filter(({ row }) => !own.has(row.id));
  return [
    ...pack.examples.map(({ row }): DraftExample => {
      const problems = runs.get(row.id) ?? [];
      return {
        ...compared(row, { before, after }),
        isOwn: true,
        passes: problems.length === 0,
        problems: problems.map(({ message }) => message),
      };
    }),
    ...below.map(({ row }): DraftExample => {
      return { ...compared(row, { before, after }), isOwn: false, passes: null, problems: [] };
    }),
  ];
}

function compared(example: Example, sides: Pick<DraftSides, 'before' | 'after'>) {
  const left = outcomeIn(sides.before, example);
  const right = outcomeIn(sides.after, example);
  const shown = (lines: readonly OutcomeLine[]) =>
    JSON.stringify(lines.map((line) => [line.title.zh, line.shown.zh]));
  const { id, title, on, criteria, sheets, tables } = example;
  return {
    id,
    title,
    on,
    before: left.lines,
    after: right.lines,
    differs: shown(left.lines) !== shown(right.lines),
    expected: right.expected,
    about: [...criteria, ...sheets, ...tables].map((one) => one.id),
  };
}
