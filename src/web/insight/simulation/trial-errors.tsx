// Targeting errors against the re-checked sample, as it is and as tried, each with its own denominator
// and its interval on one axis; and whether the sample was invented.
import { inventedDisagreement } from '#domain/targeting/recheck.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { simulationTexts } from './simulation-texts.ts';
import { percent } from './trial-compare.tsx';
import type { TrialParts } from './use-trial.ts';

const names = ['exclusion', 'inclusion', 'omission'] as const;

export function TrialErrors({ errors }: Pick<TrialParts['trial'], 'errors'>) {
  const text = useText(simulationTexts);
  if (errors === null) {
    return (
      <Block title={text('errors')}>
        <p className="quiet">{text('errorsNone')}</p>
      </Block>
    );
  }
  const { near, ...rates } = inventedDisagreement;
  const shares = Object.entries(rates).map(([name, share]) => [name, percent(share)]);
  const most = Math.max(
    0.01,
    ...names.flatMap((name) => [errors.base[name].high, errors.variant[name].high]),
  );
  return (
    <Block
      title={text('errors')}
      aside={text('errorsAside', { count: exactNumber(errors.rechecked) })}
      className="trial-errors"
    >
      {errors.invented === 0 ? null : (
        <p>
          <Chip meaning="unknown">{text('sample')}</Chip> {text('errorsInvented')}
        </p>
      )}
      <table className="rows dense">
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {text('rateNow')}
            </th>
            <th scope="col" className="number">
              {text('rateTried')}
            </th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                {text(name)}
                <span className="interval">{text(`${name}Of`)}</span>
              </th>
              <td className="number">
                <RateCell rate={errors.base[name]} />
              </td>
              <td className="number strong">
                <RateCell rate={errors.variant[name]} />
              </td>
              <td className="rate-bars" aria-hidden="true">
                <RateBar rate={errors.base[name]} most={most} tone="now" />
                <RateBar rate={errors.variant[name]} most={most} tone="tried" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">
        <WholeDays>
          {text(errors.from === errors.to ? 'errorsNoteDay' : 'errorsNote', {
            from: errors.from,
            to: errors.to,
          })}
        </WholeDays>
      </p>
      {errors.invented === 0 ? null : (
        <p className="quiet small">
          {text('errorsInventedHow', { near, ...Object.fromEntries(shares) })}
        </p>
      )}
    </Block>
  );
}

type Rate = NonNullable<TrialParts['trial']['errors']>['base']['inclusion'];

function RateCell({ rate }: { readonly rate: Rate }) {
  const text = useText(simulationTexts);
  if (rate.share === null) return '—';
  return (
    <span title={text('rateTitle', { hits: rate.hits, of: rate.of })}>
      {percent(rate.share)}
      <span className="interval">
        {percent(rate.low, false)}–{percent(rate.high, false)}
      </span>
    </span>
  );
}

interface RateBarProps {
  readonly rate: Rate;
  readonly most: number;
  readonly tone: 'now' | 'tried';
}

function RateBar({ rate, most, tone }: RateBarProps) {
  if (rate.share === null) return null;
  const place = (share: number) => `${(share / most) * 100}%`;
  return (
    <span className={`rate-bar ${tone}`}>
      <span
        className="rate-range"
        style={{ left: place(rate.low), right: `calc(100% - ${place(rate.high)})` }}
      />
      <span className="rate-point" style={{ left: place(rate.share) }} />
    </span>
  );
}
