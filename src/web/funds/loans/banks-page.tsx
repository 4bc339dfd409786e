// Banks that lend in a county: what was agreed and lent, whom they serve, who works for them; townships
// no bank serves.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { LoanBank } from '#contract/funds-banks.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare, shownYuan } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { BankSheet } from './bank-sheet.tsx';
import { loanFormTexts } from './loan-form-texts.ts';
import { loanTexts } from './loan-texts.ts';
import '../funds.css';

export function BanksPage() {
  const text = useText(loanFormTexts);
  const loans = useText(loanTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/loans/banks' });
  const [open, setOpen] = useState<LoanBank | 'new'>();
  const read = useRead('GET /api/funds/banks', { query: { area } });
  const { data } = read;
  const known = data?.townships.filter(({ banks }) => banks !== null) ?? [];
  const unserved = known.filter(({ banks }) => banks === 0);
  return (
    <div className="page funds">
      <Link to="/loans" search={{ area }} className="back-link no-print">
        ‹ {loans('back')}
      </Link>
      <PageHead
        title={text('banksTitle')}
        actions={
          data?.maySteer === true ? (
            <button type="button" className="button primary" onClick={() => setOpen('new')}>
              {text('bankAdd')}
            </button>
          ) : undefined
        }
      />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={6} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState title={text('banksEmpty')} text={text('banksEmptyText')} />
      ) : null}
      {data === undefined || data.items.length === 0 ? null : (
        <>
          {known.length === 0 ? null : (
            <Finding
              detail={
                unserved.length === 0
                  ? undefined
                  : text('coverNone', {
                      names: unserved.map(({ name }) => name).join(text.marks.list),
                    })
              }
            >
              {text(unserved.length === 0 ? 'coverAll' : 'coverLine', {
                served: known.length - unserved.length,
                all: known.length,
              })}
            </Finding>
          )}
          <div className="funds-grid">
            <ul className="funds-list">
              {data.items.map((bank) => (
                <li key={bank.id}>
                  <BankLine bank={bank} townships={data.townships} />
                  {data.maySteer ? (
                    <p>
                      <button
                        type="button"
                        className="button plain no-print"
                        onClick={() => setOpen(bank)}
                      >
                        {text('bankChange')}
                      </button>
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
            {known.length === 0 ? null : (
              <Block title={text('cover')}>
                <BarTable
                  caption={text('cover')}
                  rows={known.map((one) => ({
                    key: one.code,
                    label: one.name,
                    value: one.banks ?? 0,
                    figure: exactNumber(one.banks ?? 0),
                    tone: 'context',
                  }))}
                />
              </Block>
            )}
          </div>
        </>
      )}
      {open === undefined || data === undefined ? null : (
        <BankSheet
          area={area}
          bank={open === 'new' ? undefined : open}
          townships={data.townships}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function BankLine({
  bank,
  townships,
}: {
  readonly bank: LoanBank;
  readonly townships: readonly { readonly code: string; readonly name: string }[];
}) {
  const text = useText(loanFormTexts);
  const names = townships.filter(({ code }) => bank.townships.includes(code));
  return (
    <>
      <p>
        <strong>{bank.name}</strong>{' '}
        <span className="quiet">
          {bank.agreement} <Day day={bank.agreedOn} />
        </span>
      </p>
      <p>
        {text('agreedLine', {
          agreed: shownYuan(bank.agreed, text.language),
          lent: shownYuan(bank.lent, text.language),
          share: shownShare(bank.lent, bank.agreed),
          loans: exactNumber(bank.loans),
        })}
      </p>
      <p className="small quiet">
        <Dotted>
          {text('lossLine', { fund: bank.lossPercent, bank: 100 - bank.lossPercent })}
          {names.length === 0
            ? text('townshipsAll')
            : names.map(({ name }) => name).join(text.marks.list)}
          {bank.officers === null
            ? null
            : bank.officers.length === 0
              ? text('officersNone')
              : text('officersLine', {
                  names: bank.officers.map(({ name }) => name).join(text.marks.list),
                })}
        </Dotted>
      </p>
    </>
  );
}
