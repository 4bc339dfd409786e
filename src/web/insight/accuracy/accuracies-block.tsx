// Eight accuracies, three numbers each; a number says how it was counted, a missing one says why.
import type { Accuracies } from '#contract/insight-accuracy.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { accuracyTexts } from './texts.ts';
import './accuracies.css';

const ways = ['machine', 'department', 'field'] as const;

export function AccuraciesBlock({ area }: { readonly area: string | undefined }) {
  const text = useText(accuracyTexts);
  const read = useRead('GET /api/insight/accuracies', { query: { area } }, { keep: true });
  return (
    <Block title={text('title')}>
      <p className="small quiet">{text('help')}</p>
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.data === undefined ? null : <Table accuracies={read.data} />}
    </Block>
  );
}

function Table({ accuracies }: { readonly accuracies: Accuracies }) {
  const text = useText(accuracyTexts);
  const { isWide, items, round } = accuracies;
  if (isWide) return <p className="quiet">{text('wide')}</p>;
  return (
    <>
      <Scrolled>
        <table className="rows dense accuracies">
          <thead>
            <tr>
              <th scope="col">{text('item')}</th>
              {ways.map((way) => (
                <th key={way} scope="col">
                  {text(way)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <th scope="row">{text.pick(one.title)}</th>
                {ways.map((way) => (
                  <td key={way} data-way={text(way)}>
                    <AccuracyCell number={one[way]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {round === null ? null : (
        <p className="small quiet">{text('round', { title: round.title, day: round.closedOn })}</p>
      )}
    </>
  );
}

function AccuracyCell({ number }: { readonly number: Accuracies['items'][number]['machine'] }) {
  const text = useText(accuracyTexts);
  if (!('share' in number)) return <span className="small quiet">{text.pick(number.why)}</span>;
  const { right, of, interval, how } = number.share;
  const percent = (share: number) => `${exactNumber(share * 100, 1)}%`;
  return (
    <>
      <b>{shownShare(right, of)}</b>{' '}
      <span className="quiet small">
        {text('counted', { right: exactNumber(right), of: exactNumber(of) })}
      </span>
      {interval === null ? null : (
        <span className="small accuracy-line">
          {text('interval', { low: percent(interval.low), high: percent(interval.high) })}
        </span>
      )}
      <span className="small quiet accuracy-line">{text.pick(how)}</span>
    </>
  );
}
