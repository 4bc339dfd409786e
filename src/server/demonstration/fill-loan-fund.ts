// The demonstration's risk fund: a hundred million as published, who paid it in by 7 to 3 is invented.
import { depositLines } from '#domain/funds/loans/fund-lines.ts';
import { creditUse } from '#domain/funds/loans/loan-lines.ts';
import { linesOf } from '#domain/funds/order.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Posting } from '#server/funds/post-entries.ts';

const area = areaCode('451226');
const fundSource = 'social/多方筹措';
const credit = { fund: 70_000_000_00n, all: 76_000_000_00n, byBanks: 30_000_000_00n } as const;

interface FundFilling {
  readonly newId: () => string;
  readonly approver: { readonly id: string; readonly displayName: string; readonly title: string };
}

/** Raised from several sides, allocated for credit, and paid into the fund by 7 to 3. */
export function fundPostings(
  { newId, approver }: FundFilling,
  banks: readonly { readonly name: string }[],
): readonly Posting[] {
  const approvers = [{ account: approver.id, name: approver.displayName, office: approver.title }];
  const base = { memo: '虚构', reverses: null, approvers } as const;
  const purse = {
    kind: 'allocated',
    source: fundSource,
    purpose: creditUse,
    area,
    holder: '县财政局',
    project: null,
    household: null,
  } as const;
  const order = (kind: 'arrive' | 'allocate') => ({
    kind,
    on: plainDate(kind === 'arrive' ? '2016-02-15' : '2016-02-16'),
    source: fundSource,
    purpose: creditUse,
    amount: credit.all,
    from: {
      kind: kind === 'arrive' ? ('source' as const) : ('treasury' as const),
      ...{ area, holder: '', project: null },
    },
    to: {
      area,
      holder: kind === 'arrive' ? '' : purse.holder,
      ...{ project: null, household: null, purpose: null },
    },
  });
  const byBanks = banks.map(({ name }, index) => ({
    ...base,
    id: newId(),
    kind: 'contribute' as const,
    on: plainDate('2016-02-18'),
    document: `环信风〔2016〕${index + 2}号`,
    lines: depositLines(area, { lender: name }, credit.byBanks / BigInt(banks.length)),
  }));
  return [
    ...(['arrive', 'allocate'] as const).map((kind) => ({
      ...base,
      id: newId(),
      kind,
      on: order(kind).on,
      document: `环财金〔2016〕${kind === 'arrive' ? 1 : 2}号`,
      lines: linesOf(order(kind)),
    })),
    {
      ...base,
      id: newId(),
      kind: 'contribute',
      on: plainDate('2016-02-18'),
      document: '环信风〔2016〕1号',
      lines: depositLines(area, purse, credit.fund),
    },
    ...byBanks,
  ];
}
