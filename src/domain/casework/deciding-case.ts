// Which case brought a household to a stage: the one its change names as the source, or else the one that
// ended at that stage on that day, where whoever entered the change named what they saw.

interface EndedCase {
  readonly id: string;
  readonly endedOn: string | null;
  /** Stage at which it ended by the rules it began with. */
  readonly stage: string | null;
}

interface Reached {
  readonly stage: string;
  readonly on: string | null;
  readonly source: string | null;
}

export function decidingCase<Case extends EndedCase>(
  { stage, on, source }: Reached,
  cases: readonly Case[],
): Case | undefined {
  return (
    cases.find(({ id }) => source === `case:${id}`) ??
    cases.find((one) => on !== null && one.stage === stage && one.endedOn === on)
  );
}
