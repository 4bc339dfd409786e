// What was published of the same things, and what the chart cannot show.
import type { ChartContent } from '#domain/insight/charts/chart-shape.ts';
import { decimalsBeside, saidGap, withSign } from '#domain/insight/charts/chart-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, printedNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { chartTexts } from './texts.ts';

const marks = { agrees: '●', differs: '▲', cannot: '○' } as const;

export function ChartChecks({ checks }: Pick<ChartContent, 'checks'>) {
  const text = useText(chartTexts);
  if (checks.length === 0) return null;
  return (
    <Block title={text('checks')} className="chart-checks">
      <ul>
        {checks.map((check) => (
          <li key={check.figure}>
            <span className={`verdict ${check.verdict}`}>
              <span aria-hidden="true">{marks[check.verdict]}</span> {text(check.verdict)}
            </span>
            <span className="check-title">{text.pick(check.title)}</span>
            <span className="check-numbers">
              {text('printed')}{' '}
              <b>
                {check.printed === ''
                  ? '—'
                  : withSign(printedNumber(check.printed, text.language), check.unit)}
              </b>
              {check.live === null ? null : (
                <>
                  {' '}
                  {text('live')}{' '}
                  <b>
                    {withSign(
                      exactNumber(check.live, decimalsBeside(check.live, check.printed)),
                      check.unit,
                    )}
                  </b>
                </>
              )}
            </span>
            <span className="small quiet">{text.pick(check.why)}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function ChartGaps({ gaps }: Pick<ChartContent, 'gaps'>) {
  const text = useText(chartTexts);
  if (gaps.length === 0) return null;
  return (
    <Block title={text('gaps')} className="chart-gaps">
      <ul>
        {gaps.map((gap) => (
          <li key={gap.datum}>
            <b>{text.pick(gap.title)}</b>
            <span className="small">{saidGap(gap, text.language)}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
