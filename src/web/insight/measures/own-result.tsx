// The measures of a table of one's own, with intervals of its sample.
import type { TableMeasures } from '#contract/insight-measures.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { LorenzChart } from './lorenz-chart.tsx';
import { IntervalBar, type MeasureLine, MeasureTable, percent } from './measure-table.tsx';
import { QuantileTable } from './quantile-table.tsx';
import { measureTexts } from './texts.ts';

type Words = Text<NonNullable<(typeof measureTexts)['key']>>;
type Result = NonNullable<TableMeasures['result']>;

export function OwnResult({ answer }: { readonly answer: TableMeasures }) {
  const text = useText(measureTexts);
  const { fileName, result, read } = answer;
  if (result === null) return <p className="notice">{text('ownPick')}</p>;
  return (
    <div className="own-result" role="status">
      <p className="small">
        {text('ownRead', {
          file: fileName,
          rows: exactNumber(read.rows),
          missing: exactNumber(read.missing),
          invalid: exactNumber(read.invalid),
        })}{' '}
        {result.isFew ? <strong>{text('ownFew')}</strong> : null}
      </p>
      <div className="measures-grid">
        <MeasureTable
          className="measures-main"
          title={text('ownResult')}
          aside={text('measuresNote')}
          lines={linesOf(result, text)}
          range={text('range')}
          note={
            result.line.kind === 'median'
              ? text('lineMedian', {
                  median: exactNumber(result.line.median ?? 0),
                  share: percent(result.line.share ?? 0),
                })
              : undefined
          }
        />
        <LorenzChart points={result.distribution?.lorenz ?? []} />
        <QuantileTable quantiles={result.distribution?.quantiles ?? []} />
        {result.groups.length === 0 ? null : <OwnGroups groups={result.groups} />}
      </div>
    </div>
  );
}

function linesOf({ fgt, distribution }: Result, text: Words): readonly MeasureLine[] {
  const { headcount, gap, severity } = fgt;
  const rate = (definition: 'headcount' | 'gap' | 'severity', estimate: typeof headcount) => ({
    definition,
    value: percent(estimate.value),
    interval: estimate.interval,
    share: estimate.value,
  });
  const gini = distribution?.gini ?? null;
  return [
    rate('headcount', headcount),
    rate('gap', gap),
    rate('severity', severity),
    { definition: 'gapYuan', value: exactNumber(Math.round(fgt.gapYuan)) },
    { name: text('poorPersons'), value: exactNumber(Math.round(fgt.poorPersons)) },
    ...(gini === null
      ? []
      : [
          {
            definition: 'gini' as const,
            value: gini.value.toFixed(3),
            interval: gini.interval,
            share: gini.value,
            written: (value: number) => value.toFixed(3),
          },
        ]),
    { name: text('meanIncome'), value: exactNumber(fgt.meanIncome) },
  ];
}

function OwnGroups({ groups }: Pick<Result, 'groups'>) {
  const text = useText(measureTexts);
  return (
    <Scrolled label={text('group')} className="measures-groups">
      <table className="rows dense group-table">
        <thead>
          <tr>
            <th scope="col">{text('group')}</th>
            <th scope="col" className="number">
              {text('persons')}
            </th>
            <th scope="col" className="number">
              P0
            </th>
            <th scope="col" className="measure-range">
              {text('range')}
            </th>
            <th scope="col" className="number">
              P1
            </th>
            <th scope="col" className="number">
              {text('gapYuan')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, fgt, isFew }) => (
            <tr key={key}>
              <th scope="row">
                {key === '' ? text('notWritten') : key}{' '}
                {isFew ? <span className="quiet small">{text('ownFewGroup')}</span> : null}
              </th>
              <td className="number">{exactNumber(Math.round(fgt.persons))}</td>
              <td className="number">{percent(fgt.headcount.value)}</td>
              <td className="measure-range">
                {fgt.headcount.interval === null ? null : (
                  <IntervalBar ends={fgt.headcount.interval} value={fgt.headcount.value} />
                )}
              </td>
              <td className="number">{percent(fgt.gap.value)}</td>
              <td className="number">{exactNumber(Math.round(fgt.gapYuan))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
