// Households within the margin of the line, each with the single item that would turn it: what the next
// visit can check.
import { Link } from '@tanstack/react-router';
import type { SimulatedHousehold } from '#contract/insight-simulation.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { useRead } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { simulationTexts } from './simulation-texts.ts';
import type { SimulationText } from './trial-changes.ts';
import { type Asked, type TrialParts, trialQuery } from './use-trial.ts';

const shown = 8;

interface NearMissesProps extends TrialParts {
  readonly asked: Asked;
  readonly changes: readonly Change[];
  readonly onMargin: (margin: number) => void;
}

export function NearMisses({ trial, asked, changes, onOpen, onMargin }: NearMissesProps) {
  const text = useText(simulationTexts);
  const query = { ...trialQuery(asked, changes), group: 'near' as const, limit: shown };
  const read = useRead('GET /api/insight/simulations/households', { query }, { keep: true });
  const rows = read.data?.items ?? [];
  const count = trial.variant.near;
  return (
    <Block
      title={text('near')}
      aside={text('nearAside', { margin: asked.margin, count: exactNumber(count) })}
      className="near-misses"
    >
      <label className="near-margin no-print">
        {text('margin')}{' '}
        <select
          className="input"
          value={asked.margin}
          onChange={(event) => onMargin(Number(event.target.value))}
        >
          {[0.5, 1, 2, 3, 5, 10].map((margin) => (
            <option key={margin} value={margin}>
              {margin}
            </option>
          ))}
        </select>
      </label>
      {count === 0 ? <p className="quiet">{text('nearEmpty')}</p> : null}
      {rows.length === 0 || count === 0 ? null : (
        <table className="rows dense">
          <thead>
            <tr>
              <th scope="col">{text('nearNo')}</th>
              <th scope="col" className="number">
                {text('nearPoints')}
              </th>
              <th scope="col" className="near-flip">
                {text('nearFlip')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.household}>
                <td>
                  <Link
                    to="/households/$id"
                    params={{ id: row.household }}
                    className="row-link"
                    title={`${row.headName} ${row.areaName}`}
                    preload={false}
                  >
                    {groupedNo(row.householdNo)}
                  </Link>
                </td>
                <td className="number strong">{row.variant.total}</td>
                <td>{flipWords(text, row.flip)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {count === 0 ? null : (
        <p className="quiet small">
          {text('nearNote')}{' '}
          <button type="button" className="link no-print" onClick={() => onOpen({ group: 'near' })}>
            {text('nearAll', { count: exactNumber(count) })}
          </button>
        </p>
      )}
    </Block>
  );
}

export function flipWords(text: SimulationText, flip: SimulatedHousehold['flip']): string {
  if (flip === null) return text('flipNone');
  const title = text.pick(flip.title);
  if (flip.kind === 'veto') return text('flipVeto', { veto: title });
  return text('flipItem', { item: title, from: flip.from, to: flip.to });
}
