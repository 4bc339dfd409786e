// Who changed the register today and in seven days, and who has been silent: the most silent first.
import { Link } from '@tanstack/react-router';
import type { Board } from '#contract/insight-board.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Day } from '#web/ui/figure.tsx';
import { TotalRow } from '#web/ui/total-row.tsx';
import { boardTexts } from './texts.ts';
import { useNetwork } from './use-network.ts';

const longSilence = 30;

export function NetworkTable({ board }: { readonly board: Board }) {
  const text = useText(boardTexts);
  const { network, isUp } = useNetwork(board.area.code, board.network);
  if (network.length === 0) return null;
  const rows = network.toSorted(
    (one, other) => (other.silentDays ?? 99_999) - (one.silentDays ?? 99_999),
  );
  return (
    <Block
      title={text('network')}
      aside={
        <span className={isUp ? 'board-live up' : 'board-live'}>
          {text(isUp ? 'live' : 'notLive')}
        </span>
      }
    >
      <table className="rows dense board-network">
        <thead>
          <tr>
            <th scope="col">{text('part')}</th>
            <th scope="col" className="number">
              {text('today')}
            </th>
            <th scope="col" className="number">
              {text('week')}
            </th>
            <th scope="col">{text('last')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <Link to="/board" search={{ area: one.code }} className="row-link">
                  {shortNameOf(one.name)}
                </Link>
              </th>
              <td className="number">{exactNumber(one.today)}</td>
              <td className="number">{exactNumber(one.week)}</td>
              <td>
                {one.lastOn === null ? text('never') : <Day day={one.lastOn} />}{' '}
                {one.silentDays !== null && one.silentDays > 0 ? (
                  <span className={one.silentDays >= longSilence ? 'over' : 'quiet'}>
                    {one.silentDays >= longSilence ? '▲ ' : ''}
                    {text('silent', { days: one.silentDays })}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
        <TotalRow rows={rows} columns={['today', 'week']} after={1} />
      </table>
    </Block>
  );
}
