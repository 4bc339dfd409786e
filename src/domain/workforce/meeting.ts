// Meetings of the headquarters and joint conferences: called with an agenda, held with minutes, and what
// they decided, which somebody answers for by a day.
export const meetingKinds = [
  'headquarters',
  'leadingGroup',
  'joint',
  'study',
  'campaign',
  'training',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const presences = ['invited', 'present', 'represented', 'absent'] as const;
export type Presence = (typeof presences)[number];

export const resolutionStates = ['open', 'taken', 'done'] as const;
export type ResolutionState = (typeof resolutionStates)[number];

export interface ResolutionStanding {
  readonly doneOn: string | null;
  readonly takenId: string | null;
}

export function resolutionState({ doneOn, takenId }: ResolutionStanding): ResolutionState {
  if (doneOn !== null) return 'done';
  return takenId === null ? 'open' : 'taken';
}

export interface Attendance {
  readonly invited: number;
  readonly came: number;
  /** Of those invited, in percent; null where nobody was. */
  readonly percent: number | null;
}

/** Whoever sent somebody else has come. */
export function attendanceOf(presence: readonly Presence[]): Attendance {
  const came = presence.filter((one) => one === 'present' || one === 'represented').length;
  const invited = presence.length;
  return { invited, came, percent: invited === 0 ? null : Math.round((came * 100) / invited) };
}
