// On a household's page: what it asked for, what it owes and until when.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { later } from '#web/ui/later.tsx';
import { householdLoanTexts } from './household-loans-texts.ts';
import { LoanChip } from './loan-chip.tsx';
import '../funds.css';

const AskSheet = later(() => import('./ask-sheet.tsx'), 'AskSheet');

export function HouseholdLoans({ household }: { readonly household: string }) {
  const text = useText(householdLoanTexts);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const read = useRead(
    'GET /api/funds/households/:id/loans',
    { params: { id: household } },
    { enabled: may('funds.own') },
  );
  const { data } = read;
  if (data === undefined) return null;
  return (
    <Block
      title={text('householdLoans')}
      aside={
        data.mayAsk ? (
          <button type="button" className="button no-print" onClick={() => setAsking(true)}>
            {text('ask')}
          </button>
        ) : undefined
      }
    >
      {data.items.length === 0 ? <p className="quiet">{text('householdLoansNone')}</p> : null}
      <ul className="funds-list">
        {data.items.map((one) => (
          <li key={one.id}>
            <p>
              {may('funds.loans') ? (
                <Link to="/loans/$id" params={{ id: one.id }} className="row-link">
                  {text('yuan', { amount: exactYuan(one.lent || one.approved || one.asked) })}
                </Link>
              ) : (
                <strong className="funds-amount">
                  {text('yuan', { amount: exactYuan(one.lent || one.approved || one.asked) })}
                </strong>
              )}{' '}
              {text('householdLine', {
                product: text.pick(one.productTitle),
                purpose: one.purpose,
                lender: one.lender,
              })}{' '}
              <LoanChip loan={one} />
            </p>
            <p className="small quiet">
              {one.owed === 0
                ? one.askedOn
                : text('owes', { amount: exactYuan(one.owed), due: one.dueOn ?? '' })}
            </p>
          </li>
        ))}
      </ul>
      {asking ? <AskSheet household={household} onClose={() => setAsking(false)} /> : null}
    </Block>
  );
}
