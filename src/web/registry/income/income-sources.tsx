// Where the income of the latest year came from, branch by branch of the national tree.
import type { HouseholdCard } from '#contract/registry-households.ts';
import { industryShare } from '#domain/registry/income.ts';
import { householdTexts } from '#web/registry/household/household-texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { incomeTexts } from './income-texts.ts';

export function IncomeSources({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const kinds = useText(incomeTexts);
  const latest = [...card.incomeYears].sort((one, other) => other.year - one.year)[0];
  if (latest === undefined) return null;
  const rows = [
    { branch: 'wage', fen: latest.wageFen },
    { branch: 'business', fen: latest.businessFen },
    { branch: 'property', fen: latest.propertyFen },
    { branch: 'transfer', fen: latest.transferFen },
    { branch: 'cost', fen: -latest.costFen },
  ] as const;
  const share = industryShare({
    wage: latest.wageFen,
    business: latest.businessFen,
    property: latest.propertyFen,
    transfer: latest.transferFen,
  });
  const full = Math.max(1, ...rows.map((row) => Math.abs(row.fen)));
  return (
    <Block
      title={text('incomeSources')}
      aside={text('incomeSourcesNote', { year: latest.year, members: latest.members })}
    >
      <table className="rows dense income-sources">
        <tbody>
          {rows.map(({ branch, fen }) => (
            <tr key={branch}>
              <th scope="row">{kinds(`branch_${branch}`)}</th>
              <td className="income-bar" aria-hidden="true">
                {fen === 0 ? null : (
                  <span
                    className={`bar ${fen < 0 ? 'outgoing' : 'ink'}`}
                    style={{ width: `${(Math.abs(fen) / full) * 100}%` }}
                  />
                )}
              </td>
              <td className="number">{exactNumber(fen / 100, 2)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{kinds('total', { year: latest.year })}</td>
            <td className="number">{exactNumber(latest.netFen / 100, 2)}</td>
          </tr>
        </tfoot>
      </table>
      {share === undefined ? null : (
        <p className="quiet small">
          {kinds('industryShare', { share: `${exactNumber(share * 100, 1)}%` })}
        </p>
      )}
    </Block>
  );
}
