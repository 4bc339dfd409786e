// Why a batch cannot be begun, or a record of it not be decided together with others.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const signedOneByOne = {
  code: 'casework/signed-one-by-one',
  status: 409,
  message: {
    zh: '“{step}”要各方签字，不能成批办。请打开每一户签，或在名册上签。',
    en: '“{step}” is signed by its parties and not decided in a batch. Open each household, or sign on a roster.',
  },
} as const satisfies RefusalKind;

export const nothingToDecide = {
  code: 'casework/nothing-to-decide',
  status: 409,
  message: {
    zh: '选中的办理里没有一件还在等“{step}”。请刷新列表再选。',
    en: 'None of the cases chosen still waits at “{step}”. Refresh the list and choose again.',
  },
} as const satisfies RefusalKind;

export const noSuchBatch = {
  code: 'casework/no-such-batch',
  status: 404,
  message: {
    zh: '没有这一批，或不在您的管辖范围内。',
    en: 'There is no such batch, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const batchGoesOn = {
  code: 'casework/batch-goes-on',
  status: 409,
  message: {
    zh: '这一批没有停下，或已没有要办的。停下的批才能接着办。',
    en: 'This batch has not stopped, or nothing is left of it. Only one that stopped can go on.',
  },
} as const satisfies RefusalKind;

export const notYourBatch = {
  code: 'casework/not-your-batch',
  status: 403,
  message: {
    zh: '这一批是{who}开始的，由本人接着办；您可以另开一批。',
    en: 'This batch was begun by {who}, who takes it up again; you can begin one of your own.',
  },
} as const satisfies RefusalKind;
