// The score with every rule in words and every value it looked at, in one table one can read across.
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { ScoreRead } from '#web/registry/household/household-reads.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { points } from './points.ts';
import { scoreTexts } from './score-texts.ts';

export function ScoreTab({ score }: { readonly card: HouseholdCard; readonly score: ScoreRead }) {
  const text = useText(scoreTexts);
  if (score.error !== null) {
    return <ErrorState error={score.error} retry={() => void score.refetch()} />;
  }
  if (score.data === undefined) return <Skeleton lines={6} />;
  const { pack, sheet, items } = score.data;
  return (
    <>
      <p className="quiet">
        {text.pick(sheet.title)}，{text.pick(pack.title)} {pack.version}。{text.pick(sheet.note)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take focus. */}
      <section className="wide-table" tabIndex={0} aria-label={text('scoreTitle')}>
        <table className="rows dense">
          <thead>
            <tr>
              <th scope="col">{text('scoreTitle')}</th>
              <th scope="col" className="number">
                {text('scoreGot')}
              </th>
              <th scope="col" className="number">
                {text('scoreMedianMax')}
              </th>
              <th scope="col">{text('rule')}</th>
              <th scope="col">{text('values')}</th>
              <th scope="col">{text('source')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>{text.pick(item.title)}</td>
                <td className="number">
                  {item.points === null ? <Unwritten /> : points(item.points)}
                </td>
                <td className="number quiet">
                  {item.villageMedian === null ? '—' : points(item.villageMedian)} /{' '}
                  {points(item.max)}
                </td>
                <td className="reads">{text.pick(item.ruleText)}</td>
                <td className="reads">
                  {item.values.map((value) => (
                    <span key={value.fact} className="fact">
                      {text.pick(value.label)}{' '}
                      {value.value === null ? <Unwritten /> : text.pick(value.shown)}
                    </span>
                  ))}
                </td>
                <td className="reads">
                  {item.source}{' '}
                  {item.verified ? null : (
                    <Chip meaning="unknown">{text('scoreItemUnverified')}</Chip>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
