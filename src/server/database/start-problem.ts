// A reason why the server cannot start or go on, in the words of the person at the terminal: what is
// wrong and what to do about it, in both languages. Everything else thrown here is a bug.

import type { Bilingual } from '#domain/kernel/refusal.ts';

export class StartProblem extends Error {
  readonly text: Bilingual;

  constructor(text: Bilingual, cause?: unknown) {
    super(`${text.zh}\n${text.en}`, cause === undefined ? undefined : { cause });
    this.name = 'StartProblem';
    this.text = text;
  }
}

/** Progress for the terminal. */
export type Say = (text: Bilingual) => void;

/** The code of a system or database error (`ENOENT`, `28P01`), else an empty text. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
