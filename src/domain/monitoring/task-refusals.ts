// Expected "no"s about tasks, promises and documents.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchTask = {
  code: 'monitoring/no-such-task',
  status: 404,
  message: {
    zh: '没有这项任务，或它不在您的辖区内。请回到任务清单里找。',
    en: 'There is no such task, or it is outside your area. Look for it among the tasks.',
  },
} as const satisfies RefusalKind;

export const noSuchDocument = {
  code: 'monitoring/no-such-document',
  status: 422,
  message: {
    zh: '没有登记过这份文件。请先登记文件，再从它列任务。',
    en: 'This document was not registered. Register it first, then list its tasks.',
  },
} as const satisfies RefusalKind;

export const documentKnown = {
  code: 'monitoring/document-known',
  status: 409,
  message: {
    zh: '“{title}”已经登记过。请直接从它列任务。',
    en: '“{title}” was registered already. List tasks from it.',
  },
} as const satisfies RefusalKind;

export const noPromiseList = {
  code: 'monitoring/no-promise-list',
  status: 422,
  message: {
    zh: '这里的规则没有政策落实的阶段，不能登记承诺。请先在规则包里写一张 keeps: promises 的清单。',
    en: 'The rules here have no stages of delivery, so no promise can be entered. A pack needs a list that keeps promises first.',
  },
} as const satisfies RefusalKind;

export const noSuchStage = {
  code: 'monitoring/no-such-stage',
  status: 422,
  message: {
    zh: '没有“{stage}”这个阶段。请从列出的阶段里选。',
    en: 'There is no stage “{stage}”. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const noSuchLevel = {
  code: 'monitoring/no-such-level',
  status: 422,
  message: {
    zh: '规则里的责任清单没有“{level}”这一级。请从列出的级别里选。',
    en: 'The responsibilities of the rules have no level “{level}”. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const taskDone = {
  code: 'monitoring/task-done',
  status: 409,
  message: {
    zh: '这项任务已经完成，不再报进展。又要做时请另列一项。',
    en: 'This task is done and takes no more reports. List another one if it has to be done again.',
  },
} as const satisfies RefusalKind;

export const taskNotYours = {
  code: 'monitoring/task-not-yours',
  status: 403,
  message: {
    zh: '这项任务的进展由它的责任人或县、乡镇报。请先在责任清单里加上您。',
    en: 'Progress is reported by who answers for the task, or by township or county. Be named among its owners first.',
  },
} as const satisfies RefusalKind;

export const taskDaysWrong = {
  code: 'monitoring/task-days-wrong',
  status: 422,
  message: {
    zh: '时限 {due} 早于开始 {start}。请改其中一个。',
    en: 'The last day {due} is before the first day {start}. Change one of them.',
  },
} as const satisfies RefusalKind;
