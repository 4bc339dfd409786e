// The risk fund of a county: what it holds, how far it is stretched, who paid in what share, what it bore.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { RiskFundView } from '#contract/funds-risk.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownYuan } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnMoney, Money } from '#web/ui/figure.tsx';
import { FigureTable } from '#web/ui/figure-table.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useMoneyHeads } from '../money-heads.ts';
import { DepositSheet } from './deposit-sheet.tsx';
import { fundTexts } from './fund-texts.ts';
import { loanTexts } from './loan-texts.ts';
import { PapersBlock } from './paper-rows.tsx';
import '../funds.css';

export function FundPage() {
  const text = useText(fundTexts);
  const loans = useText(loanTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/loans/fund' });
  const [paying, setPaying] = useState(false);
  const read = useRead('GET /api/funds/risk-fund', { query: { area } });
  const { data } = read;
  return (
    <div className="page funds">
      <Link to="/loans" search={{ area }} className="back-link no-print">
        ‹ {loans('back')}
      </Link>
      <PageHead
        title={text('title')}
        asOf={data?.on}
        actions={
          data?.mayDeposit === true ? (
            <button type="button" className="button primary" onClick={() => setPaying(true)}>
              {text('deposit')}
            </button>
          ) : undefined
        }
      />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : <FundOf fund={data} />}
      {paying && data !== undefined ? (
        <DepositSheet area={data.area.code} onClose={() => setPaying(false)} />
      ) : null}
    </div>
  );
}

function FundOf({ fund }: { readonly fund: RiskFundView }) {
  const text = useText(fundTexts);
  const loans = useText(loanTexts);
  const may = useMay();
  const area = fund.area.code;
  const isNew = fund.holds === 0 && fund.claims === 0;
  return (
    <>
      {isNew ? <EmptyState title={text('emptyTitle')} text={text('emptyText')} /> : null}
      {isNew && fund.owed === 0 ? null : <FundFinding fund={fund} />}
      <div className="funds-grid">
        <div>
          {isNew ? null : <ShareBlock fund={fund} />}
          {fund.bySource.length === 0 ? null : (
            <Block title={text('holds')} aside={loans('unit')}>
              <BarTable
                caption={text('holds')}
                rows={fund.bySource.map((one) => ({
                  key: one.source,
                  label: may('funds.read') ? (
                    <Link
                      to="/money/lines"
                      search={{ area, source: one.source, purpose: 'CREDIT' }}
                      className="count-link"
                    >
                      {text.pick(one.title)}
                    </Link>
                  ) : (
                    text.pick(one.title)
                  ),
                  value: one.amount,
                  figure: <ColumnMoney fen={one.amount} />,
                }))}
              />
            </Block>
          )}
          <Block title={text('flows')}>
            <p>
              {text.rich(
                'flowsLine',
                {
                  paid: <Money fen={fund.paidOut} />,
                  banks: <Money fen={fund.borneByBanks} />,
                  recovered: <Money fen={fund.recovered} />,
                },
                { claims: exactNumber(fund.claims) },
              )}{' '}
              <Link to="/loans/list" search={{ area, show: 'covered' }} className="link">
                {text('flowsLink')}
              </Link>
            </p>
          </Block>
        </div>
        <PapersBlock area={area} />
      </div>
    </>
  );
}

function FundFinding({ fund }: { readonly fund: RiskFundView }) {
  const text = useText(fundTexts);
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const { leverage, room, coverage, covers } = fund;
  const { state, least, most, times } = leverage;
  const key =
    state === 'within' && least === null ? 'state_withinMost' : (`state_${state}` as const);
  return (
    <Finding
      detail={
        <>
          <span className={state === 'above' ? 'funds-alarm' : undefined}>
            {text(key, {
              least: least ?? '',
              most: most ?? '',
              room: yuan(Math.max(0, room ?? 0)),
            })}
          </span>{' '}
          {coverage === null
            ? text('coverageNone')
            : text('coverage', { late: yuan(fund.late90), times: exactNumber(coverage, 1) })}{' '}
          {covers === null ? null : <span className="quiet">{text.pick(covers)}</span>}{' '}
          {fund.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
        </>
      }
    >
      {times === null
        ? text('findingEmpty', { owed: yuan(fund.owed) })
        : text('finding', {
            fund: yuan(fund.holds),
            owed: yuan(fund.owed),
            times: exactNumber(times, 2),
          })}
    </Finding>
  );
}

const shareFigures = ['required', 'actual', 'paidIn', 'missing'] as const;

function ShareBlock({ fund }: { readonly fund: RiskFundView }) {
  const text = useText(fundTexts);
  const isSaid = fund.shares.some(({ percent }) => percent !== null);
  const percent = (value: number | null) => (value === null ? '—' : `${exactNumber(value, 1)}%`);
  const money = (fen: number | null) => (fen === null ? '—' : <ColumnMoney fen={fen} />);
  const nameOf = useMoneyHeads<(typeof shareFigures)[number]>(text, ['paidIn', 'missing']);
  const figuresOf = (one: RiskFundView['shares'][number]) => ({
    required: percent(one.percent),
    actual: percent(one.actual),
    paidIn: money(one.paidIn),
    missing: money(one.missing),
  });
  return (
    <Block title={text('shares')} aside={isSaid ? text('sharesAside') : undefined}>
      {isSaid ? null : <p className="small quiet">{text('sharesUnsaid')}</p>}
      <FigureTable
        head={text('party')}
        columns={shareFigures}
        nameOf={nameOf}
        rows={fund.shares.map((one) => ({
          key: one.party.zh,
          title: text.pick(one.party),
          figures: figuresOf(one),
        }))}
      />
    </Block>
  );
}
