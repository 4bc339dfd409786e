// A score half filled in, kept on the device until it is handed in.
export type AnswerValue = string | number | boolean;

export interface ScoreDraft {
  readonly points: Readonly<Partial<Record<string, number>>>;
  readonly answers: Readonly<Partial<Record<string, AnswerValue>>>;
  readonly note: string;
}

export const emptyDraft: ScoreDraft = { points: {}, answers: {}, note: '' };

const prefix = 'bangfu.score.';

export function readDraft(key: string): ScoreDraft | undefined {
  const stored = localStorage.getItem(prefix + key);
  if (stored === null) return undefined;
  try {
    return { ...emptyDraft, ...(JSON.parse(stored) as Partial<ScoreDraft>) };
  } catch {
    return undefined;
  }
}

export function keepDraft(key: string, draft: ScoreDraft): void {
  localStorage.setItem(prefix + key, JSON.stringify(draft));
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(prefix + key);
}
