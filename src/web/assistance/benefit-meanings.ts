// The mark of each state of a benefit.

export const benefitMeanings = {
  promised: 'neutral',
  delivered: 'due',
  confirmed: 'done',
  disputed: 'over',
  leftOut: 'unknown',
} as const;
