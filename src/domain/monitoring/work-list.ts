// Which list of a pack holds problems, tasks or promises, and the states an entry passes through in order.
// Each state belongs to a phase, which says what may be asked of whoever moves it there.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export const phases = ['open', 'assigned', 'mended', 'verified', 'closed'] as const;
export type Phase = (typeof phases)[number];

export interface ListState {
  readonly id: string;
  readonly title: Bilingual;
  readonly phase: Phase;
}

export interface WorkList {
  readonly id: string;
  readonly title: Bilingual;
  readonly verified: boolean;
  readonly states: readonly ListState[];
}

export type Kept = 'problems' | 'tasks' | 'promises';

/** The list of the most local pack that keeps such entries; packs below give way. */
export function listKeeping(pack: ResolvedPack, kept: Kept): WorkList | undefined {
  const found = pack.rows.listSets.flatMap(({ row }) =>
    row.lists.filter(({ keeps }) => keeps === kept),
  );
  const list = found.at(-1);
  if (list === undefined) return undefined;
  const { id, title, verified, states } = list;
  return {
    id,
    title,
    verified,
    states: states.map((state, index) => ({
      id: state.id,
      title: state.title,
      phase: phaseOf(state.id, index === states.length - 1),
    })),
  };
}

/** Where a list ends an entry is closed; a state no phase is known for still waits to be assigned. */
function phaseOf(id: string, isLast: boolean): Phase {
  if (isLast) return 'closed';
  return known[id] ?? 'open';
}

const known: Readonly<Record<string, Phase>> = {
  assigned: 'assigned',
  mended: 'mended',
  helped: 'mended',
  verified: 'verified',
  lookedAt: 'verified',
};

export function stateOf({ states }: WorkList, id: string): ListState | undefined {
  return states.find((state) => state.id === id);
}

export function nextState({ states }: WorkList, id: string): ListState | undefined {
  return states[states.findIndex((state) => state.id === id) + 1];
}

/** Where an entry goes that was not mended after all: assigned again, or where the list begins. */
export function stateToMend({ states }: WorkList): ListState | undefined {
  return states.findLast(({ phase }) => phase === 'assigned') ?? states[0];
}
