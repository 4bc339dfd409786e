// The address of the list of notices and of a notice that is being prepared.
import { type NoticeTopic, noticeTopics } from '#domain/publicity/money-notice.ts';
import { noticeStates } from '#domain/publicity/notice-state.ts';

const states = [...noticeStates, 'objected'] as const;

export interface NoticeSearch {
  readonly standing?: (typeof states)[number];
}

export function readNoticeSearch(search: Record<string, unknown>): NoticeSearch {
  return { standing: states.find((one) => one === search.standing) };
}

export interface DraftSearch {
  readonly of?: string;
  readonly process?: string;
  readonly step?: string;
  /** The notice that is corrected. */
  readonly corrects?: string;
}

export function readDraftSearch(search: Record<string, unknown>): DraftSearch {
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return {
    of: text(search.of),
    process: text(search.process),
    step: text(search.step),
    corrects: text(search.corrects),
  };
}

export interface MoneyNoticeSearch {
  readonly of?: string | undefined;
  readonly topic?: NoticeTopic | undefined;
  readonly project?: string | undefined;
}

export function readMoneyNoticeSearch(search: Record<string, unknown>): MoneyNoticeSearch {
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return {
    of: text(search.of),
    topic: noticeTopics.find((one) => one === search.topic),
    project: text(search.project),
  };
}
