// The address of the tasks: tasks or promises, how they are shown, and which.
export interface TaskSearch {
  readonly promises?: 'yes' | undefined;
  readonly timeline?: 'yes' | undefined;
  readonly finished?: 'yes' | undefined;
}

export function readTaskSearch(search: Record<string, unknown>): TaskSearch {
  const yes = (value: unknown) => (value === 'yes' ? 'yes' : undefined);
  return {
    promises: yes(search.promises),
    timeline: yes(search.timeline),
    finished: yes(search.finished),
  };
}
