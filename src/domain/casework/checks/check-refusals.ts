// Expected "no"s of checklists.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const checksOpen = {
  code: 'casework/checks-open',
  status: 422,
  message: {
    zh: '“{step}”的核验清单还没有答完，先答“{first}”。请逐项核验后再定结果。',
    en: 'The checklist of “{step}” is not complete: “{first}” is open. Answer each item first, then decide.',
  },
} as const satisfies RefusalKind;

export const checkUnproved = {
  code: 'casework/check-unproved',
  status: 422,
  message: {
    zh: '“{item}”没有佐证。请为这一项附上照片、文件，或写明凭据名称和编号，再定结果。',
    en: '“{item}” has no proof. Attach a picture or file to it, or name the paper and its number, and decide then.',
  },
} as const satisfies RefusalKind;

export const checkNotMet = {
  code: 'casework/check-not-met',
  status: 422,
  message: {
    zh: '核验时“{item}”没有达到，不能按达标办理。请选未达标，或重新核验这一项。',
    en: '“{item}” was found wanting, so the step cannot say that the standard is met. Choose the other outcome, or look at the item again.',
  },
} as const satisfies RefusalKind;

export const noChecklist = {
  code: 'casework/no-checklist',
  status: 409,
  message: {
    zh: '现在等的这一步没有核验清单。请刷新页面，看办理到了哪一步。',
    en: 'The open step has no checklist. Reload to see where the case stands.',
  },
} as const satisfies RefusalKind;

export const noSuchCheck = {
  code: 'casework/no-such-check',
  status: 404,
  message: {
    zh: '核验清单里没有“{item}”这一项。请刷新后再答。',
    en: 'The checklist has no item “{item}”. Reload and answer again.',
  },
} as const satisfies RefusalKind;

export const seenAhead = {
  code: 'casework/seen-ahead',
  status: 422,
  message: {
    zh: '核验日期 {on} 晚于今天（{today}）。请填实际看到的那一天。',
    en: 'It cannot have been seen on {on}, after today ({today}). Enter the day on which it was seen.',
  },
} as const satisfies RefusalKind;

export const notOfTheCase = {
  code: 'casework/file-not-of-the-case',
  status: 422,
  message: {
    zh: '这份材料不是交到这件办理里的，不能作“{item}”的佐证。请在本件里上传。',
    en: 'That file was not handed in for this case and does not prove “{item}”. Hand it in here.',
  },
} as const satisfies RefusalKind;

export const wantingWhat = {
  code: 'casework/wanting-what',
  status: 422,
  message: {
    zh: '“{item}”答了“未达到”，还没有写差在哪里。请写明，农户和下一步的人都要看到。',
    en: '“{item}” is found wanting but not in what. Write it down: the household and whoever comes next will read it.',
  },
} as const satisfies RefusalKind;

export const valueMissing = {
  code: 'casework/value-missing',
  status: 422,
  message: {
    zh: '“{item}”还没有填报，判不了。请负责这项指标的单位先在“村县指标”里填，注明日期和凭据。',
    en: '“{item}” was not entered, so nobody can tell. Whoever owns the indicator enters it first, with its day and proof.',
  },
} as const satisfies RefusalKind;
