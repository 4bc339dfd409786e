// What was promised and what came, by measure; and how many came how far where it comes in stages.
import type { AssistanceSummary } from '#contract/assistance-summary.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { summaryTexts } from './summary-texts.ts';

const states = ['promised', 'delivered', 'confirmed', 'disputed'] as const;
const fens = ['promisedFen', 'deliveredFen'] as const;

export function DeliverySums({ sums }: { readonly sums: AssistanceSummary }) {
  const text = useText(summaryTexts);
  if (sums.deliveries.length === 0) return null;
  const sumOf = (key: (typeof states)[number] | (typeof fens)[number]) =>
    sums.deliveries.reduce((all, one) => all + one[key], 0);
  return (
    <Block title={text('deliveries')}>
      <StackedTable
        heads={['measure', ...states, ...fens]}
        figures={[...states, ...fens]}
        nameOf={text}
        label={text('deliveries')}
      >
        <tbody>
          {sums.deliveries.map((one) => (
            <tr key={one.code}>
              <td>{text.pick(one.title)}</td>
              {states.map((state) => (
                <td key={state} className="number">
                  {exactNumber(one[state])}
                </td>
              ))}
              {fens.map((fen) => (
                <td key={fen} className="number">
                  {one.promisedFen === 0 ? (
                    <span className="quiet">—</span>
                  ) : (
                    <ColumnMoney fen={one[fen]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {sums.deliveries.length < 2 ? null : (
          <tfoot>
            <tr>
              <td>{text('sum')}</td>
              {states.map((state) => (
                <td key={state} className="number">
                  {exactNumber(sumOf(state))}
                </td>
              ))}
              {fens.map((fen) => (
                <td key={fen} className="number">
                  <ColumnMoney fen={sumOf(fen)} />
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </StackedTable>
    </Block>
  );
}

export function Funnels({ sums }: { readonly sums: AssistanceSummary }) {
  const text = useText(summaryTexts);
  if (sums.funnels.length === 0) return null;
  return (
    <Block title={text('funnels')}>
      <div className="funnels">
        {sums.funnels.map((one) => (
          <div key={one.id}>
            <p>
              <strong>{text.pick(one.title)}</strong>{' '}
              <small className="quiet">
                {text('waiting', { count: exactNumber(one.waiting) })}
              </small>
            </p>
            <BarTable
              caption={text.pick(one.title)}
              rows={one.stages.map(({ code, title, count }) => ({
                key: code,
                label: text.pick(title),
                value: count,
                figure: exactNumber(count),
              }))}
            />
            <ul className="small quiet">
              {one.details.map((each) => (
                <li key={`${text.pick(each.list)}${text.pick(each.title)}`}>
                  {text('details', {
                    list: text.pick(each.list),
                    title: text.pick(each.title),
                    households: exactNumber(each.households),
                    persons: exactNumber(each.persons),
                  })}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Block>
  );
}
