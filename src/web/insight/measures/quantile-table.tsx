// Shares of income by fifths of the persons, the poorest first.
import type { RegisterMeasures } from '#contract/insight-measures.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { percent } from './measure-table.tsx';
import { measureTexts } from './texts.ts';

export function QuantileTable({ quantiles }: Pick<RegisterMeasures, 'quantiles'>) {
  const text = useText(measureTexts);
  if (quantiles.length === 0) return null;
  const label = (part: number) => {
    if (part === 1) return text('quantilePoorest');
    return part === quantiles.length ? text('quantileRichest') : text('quantile', { part });
  };
  return (
    <Block title={text('quantiles')} className="measures-quantiles">
      <BarTable
        caption={text('quantiles')}
        heads={['', text('share'), '', text('meanOfPart')]}
        rows={quantiles.map(({ part, share, meanIncome }) => ({
          key: String(part),
          label: label(part),
          value: Math.max(0, share),
          figure: percent(share),
          after: exactNumber(meanIncome),
        }))}
        scale={Math.max(...quantiles.map(({ share }) => share))}
      />
    </Block>
  );
}
