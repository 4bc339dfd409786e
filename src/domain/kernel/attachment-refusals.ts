// Refusals of files that are handed in or asked for.
import type { RefusalKind } from './refusal.ts';

export const fileTypeUnknown = {
  code: 'kernel/file-type-unknown',
  status: 415,
  message: {
    zh: '“{name}”按内容不是可以存的文件。可存照片（JPEG、PNG、WebP）、PDF 和录音（M4A、MP3、WAV、WebM），请换成其中一种。',
    en: '“{name}” is, by its content, no file that is kept here. Pictures (JPEG, PNG, WebP), PDF and sound (M4A, MP3, WAV, WebM) are; send one of these.',
  },
} as const satisfies RefusalKind;

export const fileTooLarge = {
  code: 'kernel/file-too-large',
  status: 413,
  message: {
    zh: '“{name}”超过 {limit} MB。请压缩或分成几份再传。',
    en: '“{name}” is larger than {limit} MB. Compress it or send it in parts.',
  },
} as const satisfies RefusalKind;

export const pictureBroken = {
  code: 'kernel/picture-broken',
  status: 422,
  message: {
    zh: '照片“{name}”不完整，无法去除其中的拍摄地点等信息，没有保存。请重拍或重新导出后再传。',
    en: 'The picture “{name}” is broken, so that the place it was taken cannot be cut out of it; it was not kept. Take or export it again.',
  },
} as const satisfies RefusalKind;

export const onlyOfHouseholds = {
  code: 'kernel/only-of-households',
  status: 403,
  message: {
    zh: '您只看得到指定的户，附件请传到户里。',
    en: 'You see named households only; hand the file in for one of them.',
  },
} as const satisfies RefusalKind;

export const noSuchAttachment = {
  code: 'kernel/no-such-attachment',
  status: 404,
  message: {
    zh: '没有这个附件，或它不在您的辖区内。',
    en: 'There is no such attachment, or it is outside your area.',
  },
} as const satisfies RefusalKind;

export const attachmentInUse = {
  code: 'kernel/attachment-in-use',
  status: 409,
  message: {
    zh: '“{name}”已作为一次办理的依据，不能撤下；补充材料请另传。',
    en: '“{name}” is evidence of something that was done and stays. Add another file instead.',
  },
} as const satisfies RefusalKind;

export const attachmentOfAnother = {
  code: 'kernel/attachment-of-another',
  status: 403,
  message: {
    zh: '“{name}”由{by}上传，只能由上传人撤下。',
    en: '“{name}” was sent by {by}; only whoever sent a file may take it down.',
  },
} as const satisfies RefusalKind;
