// The parts as a table beside the map: number, base, share; a press chooses the place as one on the map does.
import type { LinkedView } from '#contract/insight-map.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { type ListFilter, ListLink } from '../list-link.tsx';
import type { Share } from './linked-counts.ts';
import { mapTexts } from './texts.ts';

interface PartTableProps {
  readonly view: LinkedView;
  readonly shares: readonly Share[];
  readonly title: string;
  /** Cases are counted, not households. */
  readonly isLate: boolean;
  readonly chosen: string | undefined;
  /** The list behind the number; undefined where a month that is over has none. */
  readonly filter: ListFilter | undefined;
  readonly onChoose: (code: string) => void;
}

export function PartTable({
  view,
  shares,
  title,
  isLate,
  chosen,
  filter,
  onChoose,
}: PartTableProps) {
  const text = useText(mapTexts);
  const rows = view.parts
    .map((part, index) => ({ part, ...(shares[index] ?? { n: 0, of: 0 }) }))
    .sort((left, right) => shareOf(right) - shareOf(left));
  const sum = rows.reduce((total, { n, of }) => ({ n: total.n + n, of: total.of + of }), {
    n: 0,
    of: 0,
  });
  return (
    <Block title={text('table')} aside={title} className="part-table">
      <table className="rows dense">
        <thead>
          <tr>
            <th scope="col">{text('part')}</th>
            <th scope="col" className="number">
              {text(isLate ? 'valueLate' : 'value')}
            </th>
            <th scope="col" className="number">
              {text(isLate ? 'ofLate' : 'of')}
            </th>
            <th scope="col" className="number">
              {text('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ part, n, of }) => (
            <tr key={part.code} className={part.code === chosen ? 'chosen' : undefined}>
              <td>
                <button
                  type="button"
                  className="row-link plain"
                  aria-pressed={part.code === chosen}
                  onClick={() => onChoose(part.code)}
                >
                  {shortNameOf(part.name)}
                </button>
              </td>
              <td className="number">
                {filter === undefined ? (
                  exactNumber(n)
                ) : (
                  <ListLink area={part.code} filter={filter} count={n} />
                )}
              </td>
              <td className="number quiet">{exactNumber(of)}</td>
              <td className="number">{shownShare(n, of)}</td>
            </tr>
          ))}
          <tr className="total">
            <td>{text('total')}</td>
            <td className="number">{exactNumber(sum.n)}</td>
            <td className="number">{exactNumber(sum.of)}</td>
            <td className="number">{shownShare(sum.n, sum.of)}</td>
          </tr>
        </tbody>
      </table>
    </Block>
  );
}

function shareOf({ n, of }: Share): number {
  return of === 0 ? -1 : n / of;
}
