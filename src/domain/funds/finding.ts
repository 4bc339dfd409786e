// What an auditor asks of the books: rules over what was posted, each a question with its reason and never a
// verdict. Nothing here changes a payment.
import type { Bilingual } from '#domain/kernel/refusal.ts';

export const findingRules = [
  'afterDeath', // paid after the person had died
  'sharedAccount', // one bank account received for several households
  'outsideList', // paid without a list, or to a household that is not registered
  'splitting', // several acts, each under the limit, together above it
  'roundTrip', // money that came back from whom it was paid to
  'ratioBroken', // a share, floor, split or multiple that the rules of the pack ask for is not kept
  'double', // the same paper, day and amount, or the same household, day and amount
] as const;
export type FindingRule = (typeof findingRules)[number];
/** Those that question single payments; the other one looks at all the money of a year. */
export type PaymentRule = Exclude<FindingRule, 'ratioBroken'>;

/** So many of every place are kept to be listed, the largest; all of them are counted. */
export const keptPerPlace = 500;

/** Acts so many days apart are looked at together. */
export const splittingDays = 10;
/** Money that comes back within so many days is looked at. */
export const roundTripDays = 90;

interface RuleWords {
  readonly title: Bilingual;
  readonly asks: Bilingual;
}

export const ruleWords: Readonly<Record<FindingRule, RuleWords>> = {
  afterDeath: {
    title: { zh: '人已去世仍付款', en: 'Paid after death' },
    asks: {
      zh: '收款人在付款日之前已登记去世，或全户已无人。请查是谁领走的。',
      en: 'The payee is recorded as dead before the day of payment, or nobody of the household was left. Find out who took the money.',
    },
  },
  sharedAccount: {
    title: { zh: '多户共用一个账号', en: 'One account for several households' },
    asks: {
      zh: '同一银行账号收了两户以上的钱。请查账号是谁的，各户是否知情。',
      en: 'One bank account received for more than one household. Find out whose it is and whether the households know.',
    },
  },
  outsideList: {
    title: { zh: '名册外付款', en: 'Paid outside a list' },
    asks: {
      zh: '付给户的钱没有经过支付名册，或这一户没有建档立卡。请查依据。',
      en: 'A household was paid without a payment list, or is not registered as poor. Ask on what ground.',
    },
  },
  splitting: {
    title: { zh: '拆分到审批限额以下', en: 'Split under the approval limit' },
    asks: {
      zh: '同一人在几天内付给同一对象的几笔，每笔都在限额以下，合起来超过限额。请查是否为避开上级审批而拆分。',
      en: 'One person entered several acts for the same receiver within days, each under the limit and together above it. Ask whether they were split to avoid approval.',
    },
  },
  roundTrip: {
    title: { zh: '付出又回来的钱', en: 'Money that came back' },
    asks: {
      zh: '付给某单位后不久，又从该单位以捐赠等名义收回一半以上。请查真实用途。',
      en: 'Soon after a unit was paid, half of it or more came back from it as a gift or the like. Find out what it was really for.',
    },
  },
  ratioBroken: {
    title: { zh: '资金规则没有达到', en: 'A rule about money is broken' },
    asks: {
      zh: '规则包规定的比例、底线、分配或放大倍数，按这一年的账已经达不到。请查钱用到了哪里。',
      en: 'By the books of the year a share, floor, split or multiple that the pack asks for is lost. Find out where the money went instead.',
    },
  },
  double: {
    title: { zh: '同凭证同日同额重复', en: 'Same paper, day and amount twice' },
    asks: {
      zh: '同一凭证、同一天、同一金额入账两次以上，或同一户同一天收到两笔相同金额。请查是否重复支付。',
      en: 'The same paper, day and amount was posted more than once, or a household got the same amount twice on a day. Ask whether it was paid twice.',
    },
  },
};
