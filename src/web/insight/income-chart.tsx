// Incomes per head in bands, with the poverty line as a tick. Every bar opens its list; so does every row of
// the table below, since a bar is narrower than a finger.
import type { Overview } from '#contract/insight.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { type Band, bandsOf, dividedBy } from './income-bands.ts';
import { ListLink } from './list-link.tsx';
import { overviewTexts } from './texts.ts';

type Words = Text<NonNullable<(typeof overviewTexts)['key']>>;

export function IncomeChart({ overview }: { readonly overview: Overview }) {
  const text = useText(overviewTexts);
  const { bands, width, unknown } = bandsOf(overview.incomes);
  const line = overview.povertyLine;
  if (bands.length === 0 && unknown === 0) return null;
  const yuan = line === null ? undefined : line.fen / 100;
  const { code } = overview.area;
  return (
    <Block
      className="overview-incomes"
      title={text('incomes')}
      aside={text('incomesNoteBands', { band: width })}
    >
      {line === null || yuan === undefined ? null : (
        <p className="small">
          {text('line', { year: line.year, yuan: exactNumber(yuan) })}{' '}
          {line.verified ? null : (
            <Chip meaning="unknown" title={line.source}>
              {text('lineUnverified')}
            </Chip>
          )}
        </p>
      )}
      <Histogram area={code} bands={bands} width={width} yuan={yuan} />
      <div className="histogram-axis small quiet" aria-hidden="true">
        {bands
          .filter((_, index) => index % Math.ceil(bands.length / 6) === 0)
          .map((band) => (
            <span key={band.from} style={{ left: `${positionOf(band.from, bands, width) * 100}%` }}>
              {exactNumber(band.from)}
            </span>
          ))}
      </div>
      <BandTable area={code} bands={bands} />
      <p className="small">
        {yuan === undefined ? text('lineNone') : <Divided bands={bands} yuan={yuan} />}
        {unknown === 0 ? null : (
          <>
            {' '}
            <ListLink
              area={code}
              filter={{ registered: 'true', incomeUnknown: 'true' }}
              count={unknown}
              className="link"
            >
              {text('incomeUnknown', { count: exactNumber(unknown) })}
            </ListLink>
          </>
        )}
      </p>
    </Block>
  );
}

function Histogram({
  area,
  bands,
  width,
  yuan,
}: {
  readonly area: string;
  readonly bands: readonly Band[];
  readonly width: number;
  readonly yuan: number | undefined;
}) {
  const full = Math.max(1, ...bands.map((band) => band.households));
  return (
    <div
      className="histogram"
      aria-hidden="true"
      style={{ '--bands': bands.length } as React.CSSProperties}
    >
      {bands.map((band) => (
        <ListLink
          key={band.from}
          area={area}
          filter={filterOf(band, bands[0])}
          count={band.households}
          className="histogram-band"
          drawn
        >
          <span
            className={`histogram-bar ${yuan !== undefined && band.from < yuan ? 'below' : ''}`}
            style={{ height: `${(band.households / full) * 100}%` }}
          />
        </ListLink>
      ))}
      {yuan === undefined ? null : (
        <span
          className="histogram-line"
          style={{ left: `${positionOf(yuan, bands, width) * 100}%` }}
        >
          <span>{exactNumber(yuan)}</span>
        </span>
      )}
    </div>
  );
}

function BandTable({ area, bands }: { readonly area: string; readonly bands: readonly Band[] }) {
  const text = useText(overviewTexts);
  return (
    <details className="band-table small no-print">
      <summary>{text('bandsListed')}</summary>
      <table className="rows dense">
        <thead>
          <tr>
            <th scope="col">{text('incomes')}</th>
            <th scope="col" className="number">
              {text('households')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band.from}>
              <td>{nameOf(band, text)}</td>
              <td className="number">
                <ListLink area={area} filter={filterOf(band, bands[0])} count={band.households} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Divided({ bands, yuan }: { readonly bands: readonly Band[]; readonly yuan: number }) {
  const text = useText(overviewTexts);
  const { below, above, on } = dividedBy(bands, yuan);
  const parts = [
    text('below', { count: exactNumber(below) }),
    ...(on === 0 ? [] : [text('onLine', { count: exactNumber(on) })]),
    text('above', { count: exactNumber(above) }),
  ];
  return <>{parts.join(text.marks.comma)}</>;
}

function nameOf(band: Band, text: Words): string {
  const from = exactNumber(band.from);
  if (band.below === undefined) return text('bandOpen', { from });
  return text('band', { from, to: exactNumber(band.below) });
}

function filterOf(band: Band, first: Band | undefined): Readonly<Record<string, string>> {
  return {
    registered: 'true',
    // The first band also holds those who made a loss.
    ...(band === first ? {} : { incomeFrom: String(band.from) }),
    ...(band.below === undefined ? {} : { incomeBelow: String(band.below) }),
  };
}

/** Place of an amount on the axis, from 0 to 1. */
function positionOf(yuan: number, bands: readonly Band[], width: number): number {
  const from = bands[0]?.from ?? 0;
  return Math.max(0, Math.min(1, (yuan - from) / (width * Math.max(1, bands.length))));
}
