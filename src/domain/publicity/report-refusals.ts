// Expected "no"s of what village supervisors report.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const unknownSlip = {
  code: 'publicity/unknown-slip',
  status: 404,
  message: {
    zh: '没有找到这个编号。请对照凭条上的编号再输入一次，或扫描二维码。',
    en: 'No slip has this code. Compare it with the paper and enter it again, or scan the square code.',
  },
} as const satisfies RefusalKind;

export const slipOver = {
  code: 'publicity/slip-over',
  status: 410,
  message: {
    zh: '这份凭条的聘期已经结束。要继续反映问题，请拨打 {phone} 或请县扶贫办重新聘任。',
    en: 'The term of this slip is over. To report something, call {phone} or ask the county office for a new one.',
  },
} as const satisfies RefusalKind;

export const reportSensitive = {
  code: 'publicity/report-sensitive',
  status: 422,
  message: {
    zh: '“{field}”第 {at} 个字起写了{kind}（{found}）。请删去，写户主姓名或地点就够了。',
    en: '“{field}” holds {kind} ({found}) from character {at} on. Take it out; a name or a place is enough.',
  },
} as const satisfies RefusalKind;

export const noSuchReport = {
  code: 'publicity/no-such-report',
  status: 404,
  message: {
    zh: '没有这条反映，或不在您的管辖范围内。',
    en: 'There is no such report, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const reportAnswered = {
  code: 'publicity/report-answered',
  status: 409,
  message: {
    zh: '第 {number} 号在 {on} 已经答复。要补充请再办一件督办或问题。',
    en: 'Report {number} was answered on {on}. Issue an order or register a problem if more is to be done.',
  },
} as const satisfies RefusalKind;

export const reportHanded = {
  code: 'publicity/report-handed',
  status: 409,
  message: {
    zh: '第 {number} 号在 {on} 已经交办。请看那一件办到哪里。',
    en: 'Report {number} was handed on on {on}. See how far that one has come.',
  },
} as const satisfies RefusalKind;

export const reportHasPicture = {
  code: 'publicity/report-has-picture',
  status: 409,
  message: {
    zh: '第 {number} 号已经有一张照片，或已过当天。要补充请再反映一次。',
    en: 'Report {number} has its picture already, or its day is over. Report again to add one.',
  },
} as const satisfies RefusalKind;

export const reportNamesNoPicture = {
  code: 'publicity/report-names-no-picture',
  status: 415,
  message: {
    zh: '“{name}”不是照片。请选 JPEG、PNG 或 WebP 的照片。',
    en: '“{name}” is no picture. Choose a JPEG, PNG or WebP picture.',
  },
} as const satisfies RefusalKind;

export const slipNotNow = {
  code: 'publicity/slip-not-now',
  status: 409,
  message: {
    zh: '{name}的聘期在 {on} 已经结束，不能再发凭条。请重新聘任。',
    en: 'The term of {name} ended on {on}; no slip can be issued. Appoint them anew.',
  },
} as const satisfies RefusalKind;
