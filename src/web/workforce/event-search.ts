// The address of the list of events: a list of open ones unless said.
export interface EventSearch {
  readonly board?: 'yes' | undefined;
  readonly closed?: 'yes' | undefined;
  readonly late?: 'yes' | undefined;
  readonly own?: 'yes' | undefined;
}

export function readEventSearch(search: Record<string, unknown>): EventSearch {
  const yes = (value: unknown) => (value === 'yes' ? 'yes' : undefined);
  return {
    board: yes(search.board),
    closed: yes(search.closed),
    late: yes(search.late),
    own: yes(search.own),
  };
}
