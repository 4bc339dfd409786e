import type { Answer } from '#web/client/api.ts';
import { exactNumber } from '#web/text/number.ts';
import type { RunResult } from './run-page.tsx';
import type { TargetingText } from './run-words.ts';

export type RankRow = Answer<'GET /api/targeting/runs/:id/ranks'>['items'][number];

/** `+2`, `−1`, or that it is on the line itself. */
export function shownDistance(text: TargetingText, distance: number | null): string {
  if (distance === null) return '';
  if (distance === 0) return text('atLine');
  const decimals = Number.isInteger(distance) ? 0 : 1;
  return `${distance > 0 ? '+' : ''}${exactNumber(distance, decimals)}`;
}

/** Vetoes and what is missing: why a rank alone does not decide. */
export function rankMarks(
  text: TargetingText,
  row: Pick<RankRow, 'vetoes' | 'undetermined'>,
  vetoes: RunResult['vetoes'],
): string {
  const named = row.vetoes.map((id) => {
    const veto = vetoes.find((one) => one.id === id);
    return text('vetoMark', { title: veto === undefined ? id : text.pick(veto.title) });
  });
  return [...named, ...(row.undetermined ? [text('undeterminedMark')] : [])].join(text.marks.comma);
}
