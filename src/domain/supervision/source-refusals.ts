// Expected "no"s of verifications and teams: which rule, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noVerification = {
  code: 'supervision/no-verification',
  status: 409,
  message: {
    zh: '这里生效的规则没有核验办法。请先在规则包里写明。',
    en: 'The rules in force here name no verifications. Add them to the pack first.',
  },
} as const satisfies RefusalKind;

export const noSuchMethod = {
  code: 'supervision/no-such-method',
  status: 422,
  message: {
    zh: '规则里没有核验办法“{method}”，或它由盲评自动产生。请从列出的办法里选。',
    en: 'The rules have no verification "{method}", or blind scores make it by themselves. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const informantMissing = {
  code: 'supervision/informant-missing',
  status: 422,
  message: {
    zh: '“{method}”要写明问了谁，两个人的回答才分得开。',
    en: '"{method}" needs to say who was asked, or two answers could not be told apart.',
  },
} as const satisfies RefusalKind;

export const documentsMissing = {
  code: 'supervision/documents-missing',
  status: 422,
  message: {
    zh: '证件核验要写明看了哪种证件。请至少选一种。',
    en: 'A check of documents needs to say which were seen. Choose at least one.',
  },
} as const satisfies RefusalKind;

export const nothingSaid = {
  code: 'supervision/nothing-said',
  status: 422,
  message: {
    zh: '没有填任何一项回答。请至少填一项。',
    en: 'No answer was entered. Enter at least one.',
  },
} as const satisfies RefusalKind;

export const askedInFuture = {
  code: 'supervision/asked-in-future',
  status: 422,
  message: {
    zh: '核验日期 {on} 还没有到。请写当天或以前的日期。',
    en: 'The day {on} has not come yet. Give today or an earlier day.',
  },
} as const satisfies RefusalKind;

export const teamOfVillage = {
  code: 'supervision/team-of-a-village',
  status: 422,
  message: {
    zh: '工作分队按行政村登记，{area} 不是村。请选到村。',
    en: 'A team belongs to a village, and {area} is none. Choose a village.',
  },
} as const satisfies RefusalKind;

export const kinNeedsSecond = {
  code: 'supervision/kin-needs-second-score',
  status: 409,
  message: {
    zh: '这一户是村干部亲属，必须两次评分。请先由另一个组独立评分，再判核验一致。',
    en: 'This household is kin of a village cadre and is always scored twice. Let another team score it independently before calling the verification agreeing.',
  },
} as const satisfies RefusalKind;
