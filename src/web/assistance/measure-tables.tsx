// The two ways to add up, side by side and never in one table: by benefit they overlap, by primary measure
// every household counts once.
import type { AssistanceSummary } from '#contract/assistance-summary.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { summaryTexts } from './summary-texts.ts';

const counts = ['households', 'persons'] as const;

type Row = AssistanceSummary['measures'][number];
type Count = Row['byBenefit'];

export function MeasureTables({ sums }: { readonly sums: AssistanceSummary }) {
  const text = useText(summaryTexts);
  const hasTargets = sums.measures.some(({ target }) => target !== null);
  const planned = sums.measures.reduce((all, { target }) => all + (target?.households ?? 0), 0);
  // Published sums that add up to more than are helped were counted by benefit, and stand beside those.
  const overlap = planned > sums.helped.households;
  return (
    <div className="sums">
      <Block title={text('byBenefit')}>
        <p className="quiet small">{text('byBenefitNote')}</p>
        <CountTable
          caption={text('byBenefit')}
          rows={sums.measures.map((one) => ({ ...one, count: one.byBenefit }))}
          hasTargets={hasTargets && overlap}
          foot={[[text('sum'), sums.sumByBenefit, planned]]}
        />
      </Block>
      <Block title={text('byPrimary')}>
        <p className="quiet small">{text('byPrimaryNote')}</p>
        <CountTable
          caption={text('byPrimary')}
          rows={sums.measures.map((one) => ({ ...one, count: one.byPrimary }))}
          hasTargets={hasTargets && !overlap}
          foot={[
            ...(sums.unattributed.households === 0
              ? []
              : [[text('unattributed'), sums.unattributed, undefined] as const]),
            [text('helped'), sums.helped, planned],
          ]}
        />
      </Block>
    </div>
  );
}

function CountTable({
  caption,
  rows,
  foot,
  hasTargets = false,
}: {
  readonly caption: string;
  readonly rows: readonly (Pick<Row, 'code' | 'title' | 'target'> & { readonly count: Count })[];
  /** The last figure is what was published for all measures together. */
  readonly foot: readonly (readonly [string, Count, number | undefined])[];
  readonly hasTargets?: boolean;
}) {
  const text = useText(summaryTexts);
  return (
    <StackedTable
      heads={hasTargets ? ['measure', ...counts, 'target'] : ['measure', ...counts]}
      figures={[...counts, 'target']}
      nameOf={text}
      label={caption}
    >
      <tbody>
        {rows.map(({ code, title, count, target }) => (
          <tr key={code}>
            <td>{text.pick(title)}</td>
            <td className="number">{exactNumber(count.households)}</td>
            <td className="number">{exactNumber(count.persons)}</td>
            {hasTargets ? (
              <td className="number quiet">
                {target === null ? '—' : exactNumber(target.households)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
      <tfoot>
        {foot.map(([label, count, planned]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number">{exactNumber(count.households)}</td>
            <td className="number">{exactNumber(count.persons)}</td>
            {hasTargets ? (
              <td className="number">{planned === undefined ? null : exactNumber(planned)}</td>
            ) : null}
          </tr>
        ))}
      </tfoot>
    </StackedTable>
  );
}
