// One loan: where it stands in a sentence, what may be done now, its contract, and all that was done.

import { Link, useParams } from '@tanstack/react-router';
import type { LoanDetail } from '#contract/funds-loans.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { EntrustedBlock } from './entrusted-block.tsx';
import { LoanActs } from './loan-acts.tsx';
import { LoanChip } from './loan-chip.tsx';
import { LoanFiles } from './loan-files.tsx';
import { loanTexts } from './loan-texts.ts';
import '../funds.css';

const findings = {
  applied: 'findingApplied',
  approved: 'findingApproved',
  signed: 'findingSigned',
  lent: 'findingLent',
  settled: 'findingSettled',
  covered: 'findingCovered',
  refused: 'findingRefused',
  withdrawn: 'findingWithdrawn',
} as const;

export function LoanPage() {
  const { id = '' } = useParams({ strict: false });
  const text = useText(loanTexts);
  const read = useRead('GET /api/funds/loans/:id', { params: { id } });
  if (read.data !== undefined) return <LoanOf loan={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page funds">
      <Link to="/loans" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function LoanOf({ loan }: { readonly loan: LoanDetail }) {
  const text = useText(loanTexts);
  const may = useMay();
  const isLent = loan.lent > 0;
  return (
    <div className="page funds">
      <Link to="/loans" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead title={text('loanOf', { name: loan.headName })} note={<LoanChip loan={loan} />} />
      <Finding
        detail={
          <>
            <Dotted>
              {`${loan.area.name} ${groupedNo(loan.householdNo)}`}
              {text.pick(loan.productTitle)}
              {loan.lender}
            </Dotted>{' '}
            {may('registry.read') ? (
              <Link to="/households/$id" params={{ id: loan.household }} className="link no-print">
                {text('openHousehold')}
              </Link>
            ) : null}
          </>
        }
      >
        {text(findings[loan.state], {
          amount: exactYuan(isLent ? loan.lent : (loan.approved ?? loan.asked)),
          owed: exactYuan(loan.owed),
          due: loan.dueOn ?? '',
          months: loan.months,
          purpose: loan.purpose,
          lender: loan.lender,
          reason: loan.refusalTitle === null ? '' : text.pick(loan.refusalTitle),
        })}
      </Finding>
      <LoanActs loan={loan} />
      <div className="funds-grid">
        <div>
          <LoanHistory loan={loan} />
          <EntrustedBlock loan={loan} />
        </div>
        <div>
          <LoanFacts loan={loan} />
          <LoanFiles loan={loan} />
        </div>
      </div>
    </div>
  );
}

function LoanFacts({ loan }: { readonly loan: LoanDetail }) {
  const text = useText(loanTexts);
  const yuan = (fen: number) => text('yuan', { amount: exactYuan(fen) });
  const facts: readonly (readonly [Parameters<typeof text>[0], string | null])[] = [
    ['fact_contract', loan.contract],
    ['fact_insurance', loan.insurance],
    ['fact_operator', loan.operator],
    [
      'fact_rate',
      loan.ratePercent === null
        ? null
        : loan.dayBasis === null
          ? `${loan.ratePercent}%`
          : text('rateValue', { percent: loan.ratePercent, basis: loan.dayBasis }),
    ],
    [
      'fact_subsidy',
      loan.subsidyPercent === null || loan.subsidyUntil === null
        ? null
        : text('subsidyValue', { percent: loan.subsidyPercent, until: loan.subsidyUntil }),
    ],
    ['fact_subsidyDue', loan.lent === 0 ? null : yuan(loan.subsidyDue)],
    ['fact_claimed', loan.lent === 0 ? null : yuan(loan.subsidyClaimed)],
    ['fact_eligible', loan.eligibility === null ? null : text.pick(loan.eligibility.sentence)],
    ['fact_pack', `${text.pick(loan.pack.title)} ${loan.pack.version}`],
  ];
  return (
    <Block title={text(loan.contract === null ? 'factsBefore' : 'facts')}>
      <dl className="funds-facts">
        {facts.map(([key, value]) =>
          value === null ? null : (
            <div key={key} className="funds-fact">
              <dt>{text(key)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Block>
  );
}

function LoanHistory({ loan }: { readonly loan: LoanDetail }) {
  const text = useText(loanTexts);
  const may = useMay();
  return (
    <Block title={text('history')}>
      <ol className="funds-list">
        {loan.acts.map((one, index) => (
          <li key={`${one.at} ${one.kind} ${exactNumber(index)}`}>
            <p>
              <strong>{text(`act_${one.kind}`)}</strong>{' '}
              {one.amount === null ? null : (
                <span className="funds-amount">
                  {text('yuan', { amount: exactYuan(one.amount) })}
                </span>
              )}{' '}
              {one.title === null ? null : <span>{text.pick(one.title)}</span>}
            </p>
            <p className="small quiet">
              {one.on} {one.document} {one.words} · {one.by}{' '}
              {one.entry !== null && may('funds.read') ? (
                <Link to="/money/entries/$id" params={{ id: one.entry }} className="link no-print">
                  {text('openEntry')}
                </Link>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
    </Block>
  );
}
