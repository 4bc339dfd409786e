// Why somebody joins or leaves a household: codes of the list memberChange. A split is both, leaving
// one household and joining another; an error of registration is undone either way.

export const joinReasons = ['BORN', 'MARRIED_IN', 'MOVED_IN', 'SPLIT', 'ERROR'] as const;

export const leaveReasons = [
  'DIED',
  'MARRIED_OUT',
  'ABROAD',
  'IMPRISONED',
  'SPLIT',
  'MOVED_OUT',
  'ERROR',
] as const;

export function isJoinReason(code: string): boolean {
  return (joinReasons as readonly string[]).includes(code);
}

export function isLeaveReason(code: string): boolean {
  return (leaveReasons as readonly string[]).includes(code);
}
