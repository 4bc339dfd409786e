// What kinds of units take part beside the government.

export const unitKinds = ['office', 'enterprise', 'cooperative', 'fund', 'partner'] as const;
export type UnitKind = (typeof unitKinds)[number];
