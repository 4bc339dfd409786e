// What is lacking, dimension by dimension, where the pack in force counts it: all who lack it, the poor who
// do, and what it adds to the whole.
import type { RegisterMeasures } from '#contract/insight-measures.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { percent } from './measure-table.tsx';
import { measureTexts } from './texts.ts';

export function DeprivationTable({ deprivation }: Pick<RegisterMeasures, 'deprivation'>) {
  const text = useText(measureTexts);
  if (deprivation === null) return null;
  const { dimensions, headcount, intensity, m0, k, verified, unknownPersons } = deprivation;
  return (
    <Block
      title={text('deprivation')}
      className="measures-groups"
      aside={
        <>
          {text.pick(deprivation.title)}{' '}
          {verified ? null : <Chip meaning="unknown">{text('lineUnverified')}</Chip>}
        </>
      }
    >
      <p>
        {text('deprivationSaid', {
          h: percent(headcount),
          a: percent(intensity),
          m: m0.toFixed(3),
          k: percent(k),
        })}
      </p>
      <BarTable
        caption={text('deprivation')}
        heads={[
          text('dimension'),
          text('deprivationRaw'),
          text('deprivationCensored'),
          text('contribution'),
        ]}
        rows={dimensions.map((one) => ({
          key: one.id,
          label: text.pick(one.title),
          value: one.censored,
          figure: percent(one.raw),
          after: `${percent(one.censored)} · ${percent(one.contribution)}`,
        }))}
        scale={Math.max(0.01, ...dimensions.map((one) => one.raw))}
      />
      {unknownPersons === 0 ? null : (
        <p className="small quiet">
          {text('deprivationUnknown', { count: exactNumber(unknownPersons) })}
        </p>
      )}
    </Block>
  );
}
