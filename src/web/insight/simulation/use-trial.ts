// One set of changes run against the register: asked again when anything of it changes, the last answer
// kept on the screen meanwhile. A trial nobody waits for any more is stopped on the server.
import type { Simulation } from '#contract/insight-simulation.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { useRead } from '#web/client/read.ts';

export interface Asked {
  readonly area: string | undefined;
  readonly on: string | undefined;
  readonly margin: number;
  readonly draft?: string | undefined;
}

export function trialQuery({ area, on, margin, draft }: Asked, changes: readonly Change[]) {
  return { area, on, margin, draft, changes: JSON.stringify(changes) };
}

export function useTrial(asked: Asked, changes: readonly Change[], enabled: boolean) {
  return useRead(
    'GET /api/insight/simulations',
    { query: trialQuery(asked, changes) },
    { enabled, keep: true, staleTime: 120_000 },
  );
}

/** A number of the trial, named by whom it counts. */
export interface Opened {
  readonly group:
    | 'enters'
    | 'leaves'
    | 'listed'
    | 'beyond'
    | 'vetoed'
    | 'undetermined'
    | 'near'
    | 'all';
  readonly part?: string;
  readonly cause?: string;
  readonly ethnicity?: string;
  readonly size?: number;
  readonly points?: number;
  /** What stands over the list, after the name of the group. */
  readonly of?: string;
}

/** What every part of the page is given. */
export interface TrialParts {
  readonly trial: Simulation;
  readonly onOpen: (opened: Opened) => void;
}
