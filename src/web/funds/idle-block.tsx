// Money that was not used, by how long it has lain, and in whose hands it is.
import { Link } from '@tanstack/react-router';
import type { Answer } from '#web/client/api.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Money } from '#web/ui/figure.tsx';
import { moneyTexts } from './money-texts.ts';

const ageTexts = ['age90', 'age180', 'age365', 'ageOver'] as const;
const shownMost = 6;

export function IdleBlock({ idle }: { readonly idle: Answer<'GET /api/funds/balances'> }) {
  const text = useText(moneyTexts);
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
          figure: <Money fen={amount} />,
          tone: upToDays === null ? 'ink' : 'context',
        }))}
      />
      <ul className="funds-list">
        {idle.items.slice(0, shownMost).map((one) => (
          <li key={one.id}>
            <p>
              <Link
                to="/money/lines"
                search={{ area: one.area.code, account: one.id }}
                className="count-link"
              >
                <Money fen={one.balance} />
              </Link>{' '}
              {text.pick(one.sourceTitle)} · {text.pick(one.purposeTitle)}
            </p>
            <p className="small quiet">
              {text(`kind_${one.kind}`)}{' '}
              {one.holder === '' ? text('holderSelf', { place: one.area.name }) : one.holder}{' '}
              {one.days > 365 ? (
                <Chip meaning="over">{text('days', { count: exactNumber(one.days) })}</Chip>
              ) : (
                text('days', { count: exactNumber(one.days) })
              )}
            </p>
          </li>
        ))}
      </ul>
      {idle.items.length > shownMost ? (
        <p className="small quiet">{text('idleMore', { count: idle.items.length - shownMost })}</p>
      ) : null}
    </Block>
  );
}
