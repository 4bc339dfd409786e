// The kinds of decisions a pack can make about a household, in the order in which they are shown.

export const decisionKinds = [
  'sheet',
  'set',
  'outcome',
  'table',
  'product',
  'benefit',
  'trigger',
  'criterion',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];
