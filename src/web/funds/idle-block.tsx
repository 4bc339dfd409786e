// Money that was not used, by how long it has lain, and in whose hands it is.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#web/client/api.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { ColumnMoney, Yuan } from '#web/ui/figure.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { sumOf, TotalRow } from '#web/ui/total-row.tsx';
import { moneyTexts } from './money-texts.ts';

const ageTexts = ['age90', 'age180', 'age365', 'ageOver'] as const;
const shownMost = 6;
const ownersMost = 12;

type Idle = Answer<'GET /api/funds/balances'>;

export function IdleBlock({ idle }: { readonly idle: Idle }) {
  const text = useText(moneyTexts);
  const [open, setOpen] = useState(false);
  if (idle.items.length === 0) {
    return (
      <Block title={text('idle')}>
        <p className="quiet">{text('idleNone')}</p>
      </Block>
    );
  }
  return (
    <Block title={text('idle')} aside={text('idleAside')}>
      <BarTable
        caption={text('idle')}
        rows={idle.ages.map(({ amount, upToDays }, index) => ({
          key: String(upToDays),
          label: text(ageTexts[index] ?? 'ageOver'),
          value: amount,
          figure: <ColumnMoney fen={amount} />,
          tone: upToDays === null ? 'ink' : 'context',
        }))}
      />
      <OwnerTable idle={idle} />
      <ul className="funds-list">
        {idle.items.slice(0, open ? undefined : shownMost).map((one) => (
          <IdleLine key={one.id} balance={one} />
        ))}
      </ul>
      {idle.items.length > shownMost ? (
        <p className="no-print">
          <button type="button" className="button plain" onClick={() => setOpen(!open)}>
            {open ? text('idleFewer') : text('idleMore', { count: idle.count - shownMost })}
          </button>
        </p>
      ) : null}
      {open && idle.count > idle.items.length ? (
        <p className="small quiet">{text('idleCut', { count: idle.items.length })}</p>
      ) : null}
    </Block>
  );
}

/** Who answers for it, whose money is the oldest first. */
function OwnerTable({ idle }: { readonly idle: Idle }) {
  const text = useText(moneyTexts);
  const others = idle.owners.slice(ownersMost);
  return (
    <Scrolled className="funds-owners" label={text('owner')}>
      <table className="rows dense">
        <thead>
          <tr>
            <ColumnHeads
              heads={['owner', 'balance', 'ageOver']}
              figures={['balance', 'ageOver']}
              nameOf={(head) => text(head)}
            />
          </tr>
        </thead>
        <tbody>
          {idle.owners.slice(0, ownersMost).map((one) => (
            <tr key={`${one.area.code} ${one.holder}`}>
              <td>
                {one.holder === '' ? text('holderSelf', { place: one.area.name }) : one.holder}
                {one.holder === '' ? null : <span className="small quiet"> {one.area.name}</span>}
                <br />
                <span className="small quiet">
                  {text('oldest', { count: exactNumber(one.days) })}
                </span>
              </td>
              <td className="number">
                <ColumnMoney fen={one.amount} />
              </td>
              <td className="number">
                {one.old === 0 ? <span className="quiet">0</span> : <ColumnMoney fen={one.old} />}
              </td>
            </tr>
          ))}
          {others.length === 0 ? null : (
            <tr>
              <td className="quiet">{text('ownersMore', { count: others.length })}</td>
              <td className="number">
                <ColumnMoney fen={sumOf(others, 'amount')} />
              </td>
              <td className="number">
                <ColumnMoney fen={sumOf(others, 'old')} />
              </td>
            </tr>
          )}
        </tbody>
        <TotalRow
          rows={idle.owners}
          columns={[
            (owners) => <ColumnMoney fen={sumOf(owners, 'amount')} />,
            (owners) => <ColumnMoney fen={sumOf(owners, 'old')} />,
          ]}
        />
      </table>
    </Scrolled>
  );
}

function IdleLine({ balance }: { readonly balance: Idle['items'][number] }) {
  const text = useText(moneyTexts);
  return (
    <li>
      <p>
        <Link
          to="/money/lines"
          search={{ area: balance.area.code, account: balance.id }}
          className="count-link"
        >
          <Yuan fen={balance.balance} />
        </Link>{' '}
        {text.pick(balance.sourceTitle)} · {text.pick(balance.purposeTitle)}
      </p>
      <p className="small quiet">
        <Dotted>
          {text(`kind_${balance.kind}`)}
          {balance.holder === ''
            ? text('holderSelf', { place: balance.area.name })
            : balance.holder}
          {balance.days > 365 ? (
            <Chip meaning="over">{text('days', { count: exactNumber(balance.days) })}</Chip>
          ) : (
            text('days', { count: exactNumber(balance.days) })
          )}
        </Dotted>
      </p>
    </li>
  );
}
