// Causes by measures as a table that is darker where more households are; on a phone each cause is a card. A cell
// opens its households.
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { AssistanceSummary } from '#contract/assistance-summary.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { stackedHeads } from '#web/ui/stacked-table.tsx';
import { summaryTexts } from './summary-texts.ts';

export function CauseHeat({ sums }: { readonly sums: AssistanceSummary }) {
  const text = useText(summaryTexts);
  const measures = sums.measures.filter(({ byBenefit }) => byBenefit.households > 0);
  const most = Math.max(1, ...sums.cells.map(({ households }) => households));
  const at = new Map(
    sums.cells.map(({ cause, code, households }) => [`${cause} ${code}`, households]),
  );
  if (measures.length === 0) return null;
  return (
    <Block title={text('heat')} aside={text('heatNote')}>
      <Scrolled className="heat">
        <table
          className="stacked stacked-pairs"
          style={stackedHeads([text('cause'), ...measures.map(({ title }) => text.pick(title))])}
        >
          <thead>
            <tr>
              <th scope="col">{text('cause')}</th>
              {measures.map(({ code, title }) => (
                <th key={code} scope="col">
                  {text.pick(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sums.causes.map((cause) => (
              <tr key={cause.code}>
                <th scope="row">{text.pick(cause.title)}</th>
                {measures.map(({ code }) => {
                  const count = at.get(`${cause.code} ${code}`) ?? 0;
                  return (
                    <td
                      key={code}
                      className="number"
                      style={{ '--share': count / most } as CSSProperties}
                    >
                      {count === 0 ? (
                        <span className="quiet">0</span>
                      ) : (
                        <Link
                          to="/plans"
                          search={(before) => ({
                            ...before,
                            show: 'all',
                            cause: cause.code,
                            measure: code,
                          })}
                          hash="list"
                          className="count-link"
                        >
                          {exactNumber(count)}
                        </Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text('sum')}</th>
              {measures.map(({ code, byBenefit }) => (
                <td key={code} className="number">
                  {exactNumber(byBenefit.households)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Scrolled>
    </Block>
  );
}
