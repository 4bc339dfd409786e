// Differences by rater and by item, and whether two teams agree.
import type { CampaignReport } from '#contract/supervision-report.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { columnShare, signed } from './report-numbers.ts';
import { reportTexts } from './report-texts.ts';

interface Part {
  readonly report: CampaignReport;
}

const ofRater = ['n', 'mean', 'deviation', 'within'] as const;

export function RaterTable({ report }: Part) {
  const text = useText(reportTexts);
  if (report.byRater.length === 0) return null;
  return (
    <Block title={text('byRater')}>
      <StackedTable
        heads={['rater', 'team', ...ofRater]}
        figures={ofRater}
        nameOf={(head) => text(head, { allowed: report.campaign.allowedDifference })}
      >
        <tbody>
          {report.byRater.map((one) => (
            <tr key={one.account}>
              <td>{one.rater}</td>
              <td>{one.team}</td>
              <td className="number">{one.n}</td>
              <td className="number">{signed(one.mean, 1)}</td>
              <td className="number">{one.deviation === null ? '' : one.deviation.toFixed(1)}</td>
              <td className="number">{columnShare(one.within)}</td>
            </tr>
          ))}
        </tbody>
      </StackedTable>
    </Block>
  );
}

/** The items that differ most stand first: there the yardstick is to be settled. */
export function ItemTable({ report }: Part) {
  const text = useText(reportTexts);
  const rows = report.items
    .map((item, at) => ({ item, difference: report.byItem[at] }))
    .filter(({ difference }) => difference !== undefined && difference.n > 0)
    .sort((left, right) => (left.difference?.within ?? 1) - (right.difference?.within ?? 1));
  if (rows.length === 0) return null;
  return (
    <Block title={text('byItem')}>
      <Scrolled>
        <table className="rows dense">
          <thead>
            <tr>
              <th scope="col">{text('item')}</th>
              <th scope="col" className="number">
                {text('mean')}
              </th>
              <th scope="col" className="number">
                {text('sameShare')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item, difference }) => (
              <tr key={item.id}>
                <td>{text.pick(item.title)}</td>
                <td className="number">{signed(difference?.mean ?? 0, 1)}</td>
                <td className="number">{columnShare(difference?.within ?? 0)}</td>
                <td className="item-bar">
                  <span style={{ width: `${(difference?.within ?? 0) * 100}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Block>
  );
}

export function AgreementBlock({ report }: Part) {
  const text = useText(reportTexts);
  const { agreement } = report;
  if (agreement === null) return null;
  const [one = '', other = ''] = agreement.teams;
  const [[both = 0, first = 0] = [], [second = 0, neither = 0] = []] = agreement.table;
  const told = (value: number | null) => (value === null ? text('notTold') : value.toFixed(2));
  const between = (low: string, high: string) => `${low} – ${high}`;
  return (
    <Block title={text('agreement')}>
      <dl className="check-digests">
        <dt>{text('n')}</dt>
        <dd>{agreement.households}</dd>
        <dt>{text('kappa')}</dt>
        <dd>
          {told(agreement.kappa)}
          {agreement.kappaInterval === null
            ? null
            : ` (${between(agreement.kappaInterval.low.toFixed(2), agreement.kappaInterval.high.toFixed(2))})`}
        </dd>
        <dt>{text('icc')}</dt>
        <dd>{told(agreement.icc)}</dd>
        <dt>{text('mean')}</dt>
        <dd>{signed(agreement.meanDifference, 1)}</dd>
        {agreement.limits === null ? null : (
          <>
            <dt>{text('limits')}</dt>
            <dd>{between(signed(agreement.limits.low, 1), signed(agreement.limits.high, 1))}</dd>
          </>
        )}
        <dt>{text('within', { allowed: report.campaign.allowedDifference })}</dt>
        <dd>{columnShare(agreement.within)}</dd>
        <dt>{text('both')}</dt>
        <dd>{both}</dd>
        <dt>{text('onlyOne', { team: one })}</dt>
        <dd>{first}</dd>
        <dt>{text('onlyOne', { team: other })}</dt>
        <dd>{second}</dd>
        <dt>{text('neither')}</dt>
        <dd>{neither}</dd>
      </dl>
    </Block>
  );
}
