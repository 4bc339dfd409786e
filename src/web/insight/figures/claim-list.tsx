// The published claims, worst first: verdict, what was said, the arithmetic, what follows from it.
import { Link } from '@tanstack/react-router';
import type { ClaimSummary } from '#contract/insight-figures.ts';
import { useText } from '#web/text/catalogue.ts';
import { stackedHeads } from '#web/ui/stacked-table.tsx';
import { claimKey } from './figures-search.ts';
import { impliedRange, pluralUnit } from './implied-words.ts';
import { figuresTexts } from './texts.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface ClaimListProps {
  readonly claims: readonly ClaimSummary[];
  readonly open: string | undefined;
}

export function ClaimList({ claims, open }: ClaimListProps) {
  const text = useText(figuresTexts);
  return (
    <table
      className="rows claim-list"
      style={stackedHeads([text('verdict'), text('claim'), text('implied')])}
    >
      <caption className="visually-hidden">{text('listTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('verdict')}</th>
          <th scope="col">{text('claim')}</th>
          <th scope="col" className="number">
            {text('implied')}
          </th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => {
          const key = claimKey(claim);
          return (
            <tr key={key} className={key === open ? 'open' : undefined}>
              <td>
                <VerdictMark verdict={claim.verdict} />
              </td>
              <td>
                <Link
                  to="/figures"
                  search={(before) => ({ ...before, claim: key })}
                  className="row-link"
                  aria-current={key === open ? 'true' : undefined}
                  resetScroll={false}
                >
                  {text.pick(claim.title)}
                </Link>
                <span className="claim-sum">{claim.arithmetic}</span>
              </td>
              <td className="number">
                {claim.implied === null ? null : (
                  <>
                    {impliedRange(claim.implied)}{' '}
                    <span className="claim-unit">
                      {pluralUnit(claim.implied.unit, text.language)}
                    </span>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
