// Who is covered, where the gaps are, and what the helpers could carry. Each number that counts people
// without a helper opens the list of them.
import { Link } from '@tanstack/react-router';
import type { Coverage } from '#contract/workforce.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Count } from '#web/ui/figure.tsx';
import { Finding } from '#web/ui/page-head.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { uiTexts } from '#web/ui/texts.ts';
import { helperTexts } from './helper-texts.ts';

export function CoverageFinding({ coverage }: { readonly coverage: Coverage }) {
  const text = useText(helperTexts);
  const { households, persons, none, away, missing } = coverage;
  const gap = none + away;
  if (households === 0) return <Finding>{text('noneNeeded')}</Finding>;
  const facts = {
    households: exactNumber(households),
    persons: exactNumber(persons),
    gap: exactNumber(gap),
  };
  const lacking =
    missing === null
      ? ''
      : text('missing', {
          households: exactNumber(missing.households),
          ranks: missing.byRank
            .map(({ title, helpers }) =>
              text('missingRank', { rank: text.pick(title), helpers: exactNumber(helpers) }),
            )
            .join(text('or')),
        });
  return (
    <Finding
      detail={
        <>
          {text('coveredDetail', {
            share: shownShare(coverage.covered, households),
            personShare: shownShare(coverage.coveredPersons, persons),
            standIn: exactNumber(coverage.standIn),
            offered: exactNumber(coverage.offered),
          })}
          {lacking === '' ? null : <strong className="workforce-alarm"> {lacking}</strong>}
        </>
      }
    >
      {gap === 0 ? (
        text('allCovered', facts)
      ) : (
        <>
          <span className="workforce-alarm" aria-hidden="true">
            ▲{' '}
          </span>
          <Link to="/helpers/uncovered" className="count-link">
            {text('notCovered', facts)}
          </Link>
        </>
      )}
    </Finding>
  );
}

export function CoverageTable({ coverage }: { readonly coverage: Coverage }) {
  const text = useText(helperTexts);
  const ui = useText(uiTexts);
  const rule = useRule(coverage.rule);
  if (coverage.byArea.length === 0) return null;
  return (
    <Block title={text('coverage')} aside={text('coverageAside', { rule })}>
      <StackedTable heads={['place', ...covered]} figures={covered} nameOf={text}>
        <tbody>
          {coverage.byArea.map((one) => (
            <tr key={one.code}>
              <td>
                <Link to="/helpers" search={{ area: one.code }} className="row-link">
                  {one.name}
                </Link>
              </td>
              <CoveredCells area={one.code} one={one} />
            </tr>
          ))}
        </tbody>
        {coverage.byArea.length < 2 ? null : (
          <tfoot>
            <tr>
              <td>{ui('total')}</td>
              <CoveredCells area={coverage.area} one={coverage} />
            </tr>
          </tfoot>
        )}
      </StackedTable>
    </Block>
  );
}

const covered = [
  'householdsHead',
  'coveredHead',
  'share',
  'noneHead',
  'awayHead',
  'personsHead',
  'coveredPersons',
] as const;

type Covered = Omit<Coverage['byArea'][number], 'code' | 'name'>;

function CoveredCells({ area, one }: { readonly area: string; readonly one: Covered }) {
  return (
    <>
      <td className="number">
        <Count value={one.households} />
      </td>
      <td className="number">
        <Count value={one.covered} />
      </td>
      <td className="number quiet">{shownShare(one.covered, one.households)}</td>
      <td className="number">
        <GapCount area={area} value={one.none} />
      </td>
      <td className="number">
        <GapCount area={area} value={one.away} />
      </td>
      <td className="number">
        <Count value={one.persons} />
      </td>
      <td className="number">
        <Count value={one.coveredPersons} />
      </td>
    </>
  );
}

function GapCount({ area, value }: { readonly area: string; readonly value: number }) {
  if (value === 0) return <span className="quiet">0</span>;
  return (
    <Link to="/helpers/uncovered" search={{ area }} className="count-link workforce-alarm">
      ▲ <Count value={value} />
    </Link>
  );
}

export function RankTable({ coverage }: { readonly coverage: Coverage }) {
  const text = useText(helperTexts);
  const ui = useText(uiTexts);
  const sums = (['helpers', 'capacity', 'households', 'over', 'away'] as const).map((head) => ({
    head,
    value: coverage.ranks.reduce((sum, one) => sum + one[head], 0),
  }));
  return (
    <Block
      title={text('capacity')}
      aside={text('capacityAside', { capacity: exactNumber(coverage.capacity) })}
    >
      <StackedTable heads={['rank', ...ofRank]} figures={ofRank} nameOf={text}>
        <tbody>
          {coverage.ranks.map((one) => (
            <tr key={one.rank}>
              <td>{text.pick(one.title)}</td>
              <td className="number">{one.quota ?? '—'}</td>
              <td className="number">
                <Link to="/helpers" search={{ rank: one.rank }} className="count-link">
                  <Count value={one.helpers} />
                </Link>
              </td>
              <td className="number">
                <Count value={one.capacity} />
              </td>
              <td className="number">
                <Count value={one.households} />
              </td>
              <td className="number">
                {one.over === 0 ? (
                  <span className="quiet">0</span>
                ) : (
                  <Link
                    to="/helpers"
                    search={{ rank: one.rank, who: 'over' }}
                    className="count-link"
                  >
                    ▲ <Count value={one.over} />
                  </Link>
                )}
              </td>
              <td className={one.away === 0 ? 'number quiet' : 'number'}>
                <Count value={one.away} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{ui('total')}</td>
            <td />
            {sums.map(({ head, value }) => (
              <td key={head} className="number">
                <Count value={value} />
              </td>
            ))}
          </tr>
        </tfoot>
      </StackedTable>
    </Block>
  );
}

const ofRank = ['quota', 'helpers', 'room', 'has', 'over', 'awayNow'] as const;

export function useRule(rule: Coverage['rule']): string {
  const text = useText(helperTexts);
  if (rule === null) return text('noRule');
  const title = text.pick(rule.title);
  return rule.verified ? title : text('unverifiedRule', { rule: title });
}
