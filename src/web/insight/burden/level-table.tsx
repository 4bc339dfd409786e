// Each level: what it typed, how much that is for each of them, what was asked twice, and its budget.
import { Link } from '@tanstack/react-router';
import type { BurdenView } from '#contract/insight-burden.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { uiTexts } from '#web/ui/texts.ts';
import { burdenTexts } from './texts.ts';

export type LevelRow = BurdenView['levels'][number];

export function LevelTable({
  rows,
  chosen,
}: {
  readonly rows: readonly LevelRow[];
  readonly chosen: string | undefined;
}) {
  const text = useText(burdenTexts);
  const ui = useText(uiTexts);
  const sumOf = (key: 'typed' | 'hours' | 'again') => rows.reduce((sum, one) => sum + one[key], 0);
  const most = Math.max(1, ...rows.map(({ typed }) => typed));
  return (
    <Block title={text('levels')}>
      <table className="rows dense burden-levels">
        <thead>
          <tr>
            <th scope="col">{text('level')}</th>
            <th scope="col" className="number">
              {text('typed')}
            </th>
            <td className="burden-bar" />
            <th scope="col" className="number burden-wide">
              {text('perUnit')}
            </th>
            <th scope="col" className="number">
              {text('hours')}
            </th>
            <th scope="col" className="number">
              {text('twice')}
            </th>
            <th scope="col">{text('budget')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.level} aria-current={one.level === chosen ? 'true' : undefined}>
              <th scope="row">
                <Link
                  to="/burden"
                  search={(before) => ({
                    ...before,
                    level: one.level === chosen ? undefined : one.level,
                  })}
                  resetScroll={false}
                  className="row-link"
                >
                  {text(`level_${one.level}`)}
                </Link>
                <small className="burden-wide">
                  {text(`unit_${one.level}`, { count: exactNumber(one.units) })}
                </small>
              </th>
              <td className="number">{exactNumber(one.typed)}</td>
              <td className="burden-bar" aria-hidden="true">
                <span className="bar ink" style={{ width: `${(one.typed / most) * 100}%` }} />
              </td>
              <td className="number burden-wide">
                {exactNumber(perUnit(one), perUnit(one) < 100 ? 1 : 0)}
              </td>
              <td className="number">{exactNumber(one.hours)}</td>
              <td className="number">{one.again === 0 ? '—' : exactNumber(one.again)}</td>
              <td>
                <BudgetCell one={one} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{ui('total')}</td>
            <td className="number">{exactNumber(sumOf('typed'))}</td>
            <td className="burden-bar" />
            <td className="burden-wide" />
            <td className="number">{exactNumber(sumOf('hours'))}</td>
            <td className="number">{sumOf('again') === 0 ? '—' : exactNumber(sumOf('again'))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </Block>
  );
}

export function perUnit({ typed, units }: Pick<LevelRow, 'typed' | 'units'>): number {
  return units === 0 ? typed : typed / units;
}

export function isOver({ typed, units, begun, budget }: LevelRow): boolean {
  const { fields, rounds } = budget;
  return (
    (fields !== null && typed > fields * Math.max(1, units)) || (rounds !== null && begun > rounds)
  );
}

function BudgetCell({ one }: { readonly one: LevelRow }) {
  const text = useText(burdenTexts);
  const { fields, rounds, roundsFrom, by, on } = one.budget;
  if (fields === null && rounds === null) {
    return <span className="quiet">{text('budgetNone')}</span>;
  }
  const said = [
    fields === null ? undefined : text('budgetFields', { fields: exactNumber(fields) }),
    rounds === null ? undefined : text('budgetRounds', { begun: one.begun, rounds }),
  ].filter((part) => part !== undefined);
  const who =
    by !== null && on !== null
      ? text('bySet', { by, on })
      : roundsFrom === 'pack'
        ? text('fromPack')
        : '';
  return (
    <span className="burden-budget" title={one.budget.reason}>
      {said.join(' · ')} {isOver(one) ? <Chip meaning="over">{text('broken')}</Chip> : null}
      <small>{who}</small>
    </span>
  );
}
