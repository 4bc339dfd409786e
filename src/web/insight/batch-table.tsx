// Batches: households by their one primary measure, persons by their own. Two definitions, so the two
// columns are never drawn on one axis, and the households without one are a row of their own.
import type { Overview } from '#contract/insight.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Count } from '#web/ui/figure.tsx';
import { ListLink } from './list-link.tsx';
import { overviewTexts } from './texts.ts';

export function BatchTable({ overview }: { readonly overview: Overview }) {
  const text = useText(overviewTexts);
  const words = useFormWords();
  const order = words.codes('measure').map(({ code }) => code);
  const placed = overview.measures
    .filter(({ key }) => key !== '')
    .sort((one, other) => order.indexOf(one.key) - order.indexOf(other.key));
  if (placed.length === 0) return null;
  const none = overview.measures.find(({ key }) => key === '') ?? {
    key: '',
    households: 0,
    persons: 0,
  };
  const full = Math.max(1, none.households, ...placed.map((one) => one.households));
  const sum = (of: 'households' | 'persons') => placed.reduce((total, one) => total + one[of], 0);
  const { code } = overview.area;
  return (
    <Block
      className="overview-batches"
      title={text(placed.length === 7 ? 'batches' : 'batchesFew')}
      aside={
        none.households > 0 && none.persons === 0
          ? text('batchesGap', { households: exactNumber(none.households) })
          : undefined
      }
    >
      <table className="rows dense">
        <thead>
          <tr>
            <th scope="col">{text('batch')}</th>
            <th scope="col" className="number">
              {text('households')}
            </th>
            <td className="batch-bar" />
            <th scope="col" className="number">
              {text('heads')}
            </th>
            <th scope="col" className="number">
              {text('perHousehold')}
            </th>
          </tr>
        </thead>
        <tbody>
          {placed.map((one) => (
            <BatchRow
              key={one.key}
              area={code}
              batch={one}
              name={words.code('measure', one.key)}
              full={full}
            />
          ))}
          {none.households === 0 ? null : (
            <BatchRow area={code} batch={none} name={text('noBatch')} full={full} />
          )}
        </tbody>
        <tfoot>
          <tr>
            <td>{text('total')}</td>
            <td className="number">
              <Count value={sum('households') + none.households} />
            </td>
            <td className="batch-bar" />
            <td className="number">
              <Count value={sum('persons') + none.persons} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="small quiet">{text('batchesNote')}</p>
    </Block>
  );
}

interface BatchRowProps {
  readonly area: string;
  readonly batch: Overview['measures'][number];
  readonly name: string;
  /** Households drawn at full width. */
  readonly full: number;
}

function BatchRow({ area, batch, name, full }: BatchRowProps) {
  const none = batch.key === '';
  return (
    <tr>
      <td>{name}</td>
      <td className="number">
        <ListLink
          area={area}
          filter={{ registered: 'true', measure: none ? 'none' : batch.key }}
          count={batch.households}
        />
      </td>
      <td className="batch-bar" aria-hidden="true">
        <span
          className={`bar ${none ? 'missing' : 'ink'}`}
          style={{ width: `${(batch.households / full) * 100}%` }}
        />
      </td>
      <td className="number">
        <Count value={batch.persons} />
      </td>
      <td className="number quiet">{none ? '—' : mean(batch.persons, batch.households)}</td>
    </tr>
  );
}

function mean(persons: number, households: number): string {
  return households === 0 ? '—' : exactNumber(persons / households, 2);
}
