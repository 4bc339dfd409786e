// Expected "no"s of signatures, rosters and of a household's own word.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const signedAlready = {
  code: 'casework/signed-already',
  status: 409,
  message: {
    zh: '{who}已在 {on} 以“{office}”签过。每人每方只签一次，换了人也不重签。',
    en: '{who} signed as “{office}” on {on} already. Everybody and every party signs once, and a successor does not sign again.',
  },
} as const satisfies RefusalKind;

export const signedBelow = {
  code: 'casework/signed-below',
  status: 409,
  message: {
    zh: '您已在 {on} 以“{office}”为这一户签过字，这一级要由另一人签。',
    en: 'You signed for this household as “{office}” on {on}; somebody else must sign here.',
  },
} as const satisfies RefusalKind;

export const householdMustConfirm = {
  code: 'casework/household-must-confirm',
  status: 403,
  message: {
    zh: '“{step}”要农户本人确认。请填农户页面上的确认码，或附上录音、手印；农户不认可的，写明理由。',
    en: '“{step}” needs the household’s own word: enter the code from its page, or attach a voice or thumb-print record. If it does not agree, write why.',
  },
} as const satisfies RefusalKind;

export const wrongCode = {
  code: 'casework/wrong-code',
  status: 422,
  message: {
    zh: '确认码不对，还可以再试 {left} 次。请让农户再念一遍。',
    en: 'The code is wrong; {left} tries are left. Ask the household to read it again.',
  },
} as const satisfies RefusalKind;

export const codeExpired = {
  code: 'casework/code-expired',
  status: 409,
  message: {
    zh: '这件办理没有有效的确认码：没有领取、过了时间或试错太多。请让农户在自己的页面上重新领一个。',
    en: 'This case has no valid code: none was taken, it is past its time, or it was tried too often. Ask the household to take a new one on its page.',
  },
} as const satisfies RefusalKind;

export const notForACode = {
  code: 'casework/not-for-a-code',
  status: 409,
  message: {
    zh: '现在不等农户确认，不用领确认码。',
    en: 'The case does not wait for the household’s word, so there is no code to take.',
  },
} as const satisfies RefusalKind;

export const recordMissing = {
  code: 'casework/record-missing',
  status: 422,
  message: {
    zh: '没有这件附件，或它不属于这件办理、不是录音（手印）。请先在这件办理里上传。',
    en: 'There is no such attachment, or it is not of this case, or not a recording (a thumb-print record). Attach it to this case first.',
  },
} as const satisfies RefusalKind;

export const notARoster = {
  code: 'casework/not-a-roster',
  status: 409,
  message: {
    zh: '“{step}”不是签名册，要逐户签字。请打开这一户的办理。',
    en: '“{step}” is signed household by household, not on a roster. Open the case.',
  },
} as const satisfies RefusalKind;

export const noSuchRoster = {
  code: 'casework/no-such-roster',
  status: 404,
  message: {
    zh: '没有这份签名册，或它不在您的管辖范围内。',
    en: 'There is no such roster, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const rosterEmpty = {
  code: 'casework/roster-empty',
  status: 422,
  message: {
    zh: '这份签名册没有一户。请至少选一户签字或剔除。',
    en: 'The roster names no household. Sign or leave out one at least.',
  },
} as const satisfies RefusalKind;

export const notAtThisStep = {
  code: 'casework/not-at-this-step',
  status: 409,
  message: {
    zh: '这件办理不在“{step}”，没有签。',
    en: 'This case does not stand at “{step}”; it was not signed.',
  },
} as const satisfies RefusalKind;
