// Whose ledger stands in each year; two accounts of one year are never added up.
import type { PairDetail } from '#contract/registry-duplicates.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { duplicateTexts } from './duplicate-texts.ts';
import type { Side } from './use-pair-acts.ts';

interface LedgerTableProps {
  readonly years: NonNullable<PairDetail['comparison']>['years'];
  readonly chosen: Readonly<Record<string, Side>>;
  readonly isOpen: boolean;
  readonly onChoose: (year: string, side: Side) => void;
}

export function LedgerTable({ years, chosen, isOpen, onChoose }: LedgerTableProps) {
  const text = useText(duplicateTexts);
  return (
    <table className="rows differences">
      <thead>
        <tr>
          <td />
          <th scope="col">{text('keeps')}</th>
          <th scope="col">{text('goes')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, proposed, ...nets }) => {
          const label = text('year', { year });
          const standing = chosen[String(year)] ?? proposed;
          return (
            <tr key={year}>
              <th scope="row">{label}</th>
              {(['kept', 'gone'] as const).map((side) => {
                const net = nets[side];
                const isChosen = standing === side;
                return (
                  <td key={side}>
                    <label className={`side-choice ${isChosen ? 'chosen' : ''}`}>
                      <input
                        type="radio"
                        name={`year ${year}`}
                        aria-label={`${label} ${text(side === 'kept' ? 'keeps' : 'goes')}`}
                        checked={isChosen}
                        disabled={!isOpen || net === null}
                        onChange={() => onChoose(String(year), side)}
                      />
                      <span>{net === null ? text('noLedger') : exactYuan(net)}</span>
                    </label>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
