// How the yearly cost comes about: each entitlement with units and amount before and after, what was
// assumed, and what could not be counted.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { shownCost } from './shown-cost.ts';
import { simulationTexts } from './simulation-texts.ts';
import type { TrialParts } from './use-trial.ts';

type Cost = TrialParts['trial']['cost'];

export function TrialCost({ cost }: { readonly cost: Cost }) {
  const text = useText(simulationTexts);
  return (
    <Block title={text('cost')} aside={text('costAside')} className="trial-cost">
      {cost.lines.length === 0 ? <p className="quiet">{text('costNone')}</p> : null}
      {cost.lines.length === 0 ? null : (
        <table className="rows dense">
          <thead>
            <tr>
              <td className="quiet small">{text('costUnit')}</td>
              <th scope="col" className="number">
                {text('rateNow')}
              </th>
              <th scope="col" className="number">
                {text('rateTried')}
              </th>
            </tr>
          </thead>
          <tbody>
            {cost.lines.map((line) => (
              <CostRow key={line.id} line={line} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{text('costTotal')}</td>
              <td className="number">{shownCost(cost.baseFen, text.language)}</td>
              <td className="number">{shownCost(cost.variantFen, text.language)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {cost.assumed ? <p className="quiet small">{text('costAssumed')}</p> : null}
      {reasonsOf(cost).map(([why, titles]) => {
        const reason = `why_${why}`;
        return (
          <p key={why} className="quiet small">
            {text('uncounted', {
              why: text.has(reason) ? text(reason) : why,
              titles: titles.map((title) => text.pick(title)).join(text('comma')),
            })}
          </p>
        );
      })}
    </Block>
  );
}

/** What was not counted, by why. */
function reasonsOf({ uncounted }: Cost): readonly (readonly [string, readonly Bilingual[]])[] {
  const reasons = [...new Set(uncounted.map(({ why }) => why))];
  return reasons.map((why) => [
    why,
    uncounted.filter((one) => one.why === why).map(({ title }) => title),
  ]);
}

function CostRow({ line }: { readonly line: Cost['lines'][number] }) {
  const text = useText(simulationTexts);
  const cell = (side: Cost['lines'][number]['base']) =>
    side === null ? (
      '—'
    ) : (
      <>
        {shownCost(side.fen, text.language)}
        <span className="interval">
          {text(`costUnits_${line.per}`, {
            units: exactNumber(side.units),
            yuan: exactNumber(side.yuan, Number.isInteger(side.yuan) ? 0 : 2),
          })}
        </span>
      </>
    );
  return (
    <>
      <tr>
        <th scope="row" colSpan={3}>
          {text.pick(line.title)}{' '}
          {line.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
        </th>
      </tr>
      <tr>
        <td className="quiet small">
          {line.assumptions.map((one) => text(`assumption_${one}`)).join(text('comma'))}
        </td>
        <td className="number">{cell(line.base)}</td>
        <td className="number strong">{cell(line.variant)}</td>
      </tr>
    </>
  );
}
