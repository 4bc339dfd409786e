// What is being entered of each household the meeting looked at. Pure.
import type { Nominees } from '#contract/casework-nominations.ts';

type Meeting = NonNullable<Nominees['meeting']>;

export interface Line {
  readonly outcome: string;
  readonly for: string;
  readonly against: string;
  readonly abstained: string;
  readonly reason: string;
}

/** By household; who is not in it was not looked at. */
export type Lines = ReadonlyMap<string, Line>;

export const voteNames = ['for', 'against', 'abstained'] as const;

export function blankLine({ outcomes }: Meeting): Line {
  return { outcome: outcomes[0]?.id ?? '', for: '', against: '', abstained: '', reason: '' };
}

export function needsReason(line: Line, { outcomes }: Meeting): boolean {
  return outcomes.find(({ id }) => id === line.outcome)?.needsReason === true;
}

export function lineReady(line: Line, meeting: Meeting): boolean {
  return (
    voteNames.every((name) => line[name] !== '') &&
    (!needsReason(line, meeting) || line.reason.trim() !== '')
  );
}

/** The votes of one line for all that are ticked: a show of hands over the whole list. */
export function withVotesOf(lines: Lines, { for: agreed, against, abstained }: Line): Lines {
  return new Map(
    [...lines].map(([id, line]) => [id, { ...line, for: agreed, against, abstained }]),
  );
}
