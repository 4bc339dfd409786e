// Three variants side by side: the rules as they are, and two sets of changes. The one that is being
// changed is marked; pressing another turns to it.
import type { Simulation, TrialRules } from '#contract/insight-simulation.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { shownCost } from './shown-cost.ts';
import { type Slot, slots } from './simulation-search.ts';
import { simulationTexts } from './simulation-texts.ts';
import { phraseOf, wordsOf } from './trial-changes.ts';

export interface Variant {
  readonly slot: Slot;
  readonly changes: readonly Change[];
  readonly trial: Simulation | undefined;
}

interface TrialCompareProps {
  readonly rules: TrialRules;
  readonly base: Simulation;
  readonly variants: readonly Variant[];
  readonly see: Slot;
  readonly margin: number;
  readonly onSee: (slot: Slot) => void;
  readonly onCopy: (from: Slot, to: Slot) => void;
}

export function TrialCompare({
  rules,
  base,
  variants,
  see,
  margin,
  onSee,
  onCopy,
}: TrialCompareProps) {
  const text = useText(simulationTexts);
  const rate = (one: Simulation, name: 'exclusion' | 'inclusion') => {
    const side = one.errors?.variant[name];
    if (side === undefined || side.share === null) return '—';
    return (
      <>
        {percent(side.share)}
        <span className="interval">
          {percent(side.low, false)}–{percent(side.high, false)}
        </span>
      </>
    );
  };
  const rows = [
    [text('row_line'), (one: Simulation) => one.variant.cutOff ?? text('noLine')],
    [text('row_listed'), (one: Simulation) => exactNumber(one.variant.listed.households)],
    [text('row_persons'), (one: Simulation) => exactNumber(one.variant.listed.persons)],
    [text('row_enters'), (one: Simulation) => signed(one.enters.households)],
    [text('row_leaves'), (one: Simulation) => signed(-one.leaves.households)],
    [text('row_near', { margin }), (one: Simulation) => exactNumber(one.variant.near)],
    [text('row_exclusion'), (one: Simulation) => rate(one, 'exclusion')],
    [text('row_inclusion'), (one: Simulation) => rate(one, 'inclusion')],
    [text('row_cost'), (one: Simulation) => shownCost(one.cost.variantFen, text.language)],
  ] as const;
  const other = slots.find((slot) => slot !== see) ?? 'b';
  const own = variants.find(({ slot }) => slot === see);
  const otherOne = variants.find(({ slot }) => slot === other);
  return (
    <Block
      title={text('compare')}
      aside={text('compareAside', { slot: text(`slot_${see}`) })}
      className="trial-compare"
    >
      <table className="rows dense">
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {text('slot_a')}
              <small>{text('slotNow')}</small>
            </th>
            {variants.map(({ slot, changes }) => (
              <th key={slot} scope="col" className={`number ${slot === see ? 'seen' : ''}`}>
                <button
                  type="button"
                  aria-pressed={slot === see}
                  title={`${text('seeSlot', { slot: text(`slot_${slot}`) })} ${phraseOf(text, wordsOf(text, rules, changes))}`}
                  onClick={() => onSee(slot)}
                >
                  {text(`slot_${slot}`)}
                  <small>
                    {changes.length === 0
                      ? text('slotEmpty')
                      : phraseOf(text, wordsOf(text, rules, changes))}
                  </small>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="number">{cell(base)}</td>
              {variants.map(({ slot, trial }) => (
                <td key={slot} className={`number strong ${slot === see ? 'seen' : ''}`}>
                  {trial === undefined ? '' : cell(trial)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {own?.changes.length === 0 && (otherOne?.changes.length ?? 0) > 0 ? (
        <p className="no-print">
          <button type="button" className="link" onClick={() => onCopy(other, see)}>
            {text('copyHere', { slot: text(`slot_${other}`) })}
          </button>
        </p>
      ) : null}
    </Block>
  );
}

function signed(value: number): string {
  return value > 0 ? `+${exactNumber(value)}` : exactNumber(value);
}

export function percent(share: number, sign = true): string {
  return `${exactNumber(share * 100, 1)}${sign ? '%' : ''}`;
}
