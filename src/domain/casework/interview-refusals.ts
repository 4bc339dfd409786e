// Refusals about what must be there before a step is decided, and about interviews.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const evidenceMissing = {
  code: 'casework/evidence-missing',
  status: 422,
  message: {
    zh: '“{step}”还缺{missing}。请先在“材料”里上传或完成访谈，再定结果。',
    en: '“{step}” still lacks {missing}. Hand it in under Files, or finish the interview, and decide then.',
  },
} as const satisfies RefusalKind;

export const noInterview = {
  code: 'casework/no-interview',
  status: 409,
  message: {
    zh: '现在等的这一步没有访谈。请刷新页面，看办理到了哪一步。',
    en: 'The open step has no interview. Reload to see where the case stands.',
  },
} as const satisfies RefusalKind;

export const noSuchQuestion = {
  code: 'casework/no-such-question',
  status: 404,
  message: {
    zh: '这次访谈没有“{question}”这一问。请刷新后再答。',
    en: 'This interview does not ask “{question}”. Reload and answer again.',
  },
} as const satisfies RefusalKind;

export const interviewUnfinished = {
  code: 'casework/interview-unfinished',
  status: 422,
  message: {
    zh: '还有 {count} 问没有答，第一问是“{first}”。不知道的可以答“不知道”。',
    en: '{count} questions are not answered yet, the first is “{first}”. What is not known may be answered so.',
  },
} as const satisfies RefusalKind;
