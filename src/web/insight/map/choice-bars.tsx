// One dimension as bars one can press: counted under all other choices, the chosen one marked. A second
// press takes the choice back.
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import type { Sum } from './linked-counts.ts';
import { mapTexts } from './texts.ts';

interface ChoiceBarsProps {
  readonly title: string;
  readonly labels: readonly string[];
  readonly sums: readonly Sum[];
  readonly chosen: number | undefined;
  /** In the order they stand, or the largest first. */
  readonly order: 'given' | 'largest';
  readonly onChoose: (index: number | undefined) => void;
}

export function ChoiceBars({ title, labels, sums, chosen, order, onChoose }: ChoiceBarsProps) {
  const text = useText(mapTexts);
  const most = Math.max(1, ...sums.map(({ households }) => households));
  const rows = sums
    .map((sum, index) => ({ sum, index, label: labels[index] ?? '' }))
    .filter(({ sum, index }) => sum.households > 0 || index === chosen);
  const shown =
    order === 'given'
      ? rows
      : [...rows].sort((left, right) => right.sum.households - left.sum.households);
  return (
    <Block
      title={title}
      aside={text('bars', { count: sums.reduce((all, { households }) => all + households, 0) })}
      className="choice-bars"
    >
      <ul>
        {shown.map(({ sum, index, label }) => (
          <li key={label}>
            <button
              type="button"
              aria-pressed={chosen === index}
              className={
                chosen === index
                  ? 'choice chosen'
                  : chosen === undefined
                    ? 'choice'
                    : 'choice beside'
              }
              title={`${label}${text.marks.colon}${text('counted', { count: sum.households })} ${text('persons', { count: sum.persons })}`}
              onClick={() => onChoose(chosen === index ? undefined : index)}
            >
              <span className="choice-label">{label}</span>
              <span className="choice-bar" aria-hidden="true">
                <span style={{ width: `${(sum.households / most) * 100}%` }} />
              </span>
              <span className="choice-count">{exactNumber(sum.households)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Block>
  );
}
