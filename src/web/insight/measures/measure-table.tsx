// Measures one below the other: name, value, interval drawn and written; the definition opens under the
// name.
import type { ReactNode } from 'react';
import { definitions } from '#domain/insight/analysis/definitions.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { measureTexts } from './texts.ts';

export interface Ends {
  readonly low: number;
  readonly high: number;
}

export interface MeasureLine {
  readonly definition?: keyof typeof definitions;
  readonly name?: string;
  readonly value: string;
  readonly interval?: Ends | null;
  /** Where the value stands between 0 and 1, to be drawn within its interval. */
  readonly share?: number | null;
  /** How the ends are written; a percentage unless said. */
  readonly written?: (value: number) => string;
}

interface MeasureTableProps {
  readonly title: string;
  readonly aside?: string;
  readonly className?: string;
  readonly lines: readonly MeasureLine[];
  /** Head of the column of intervals. */
  readonly range: string;
  readonly note?: ReactNode;
}

export function MeasureTable({ title, aside, className, lines, range, note }: MeasureTableProps) {
  const text = useText(measureTexts);
  return (
    <Block title={title} aside={aside} className={className}>
      <table className="rows dense measure-table">
        <thead>
          <tr>
            <th scope="col">{text('measure')}</th>
            <th scope="col" className="number">
              {text('value')}
            </th>
            <th scope="col" className="measure-range">
              {range}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.definition ?? line.name}>
              <th scope="row">
                <MeasureName line={line} />
              </th>
              <td className="number measure-value">{line.value}</td>
              <td className="measure-range">
                {line.interval == null ? null : (
                  <IntervalBar
                    ends={line.interval}
                    value={line.share ?? undefined}
                    written={line.written}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {note === undefined ? null : <p className="small quiet">{note}</p>}
    </Block>
  );
}

function MeasureName({ line }: { readonly line: MeasureLine }) {
  const text = useText(measureTexts);
  if (line.definition === undefined) return <>{line.name}</>;
  const { name, text: meaning, source } = definitions[line.definition];
  return (
    <details className="definition">
      <summary title={text('definition')}>{text.pick(name)}</summary>
      <p>{text.pick(meaning)}</p>
      <p className="quiet small">{source}</p>
    </details>
  );
}

/** A bar from 0 to the value, its interval over it, and both ends written where they differ. */
export function IntervalBar({
  ends,
  value,
  full = 1,
  written = percent,
}: {
  readonly ends: Ends;
  readonly value?: number | undefined;
  readonly full?: number;
  readonly written?: ((value: number) => string) | undefined;
}) {
  const at = (share: number) => `${Math.max(0, Math.min(1, share / full)) * 100}%`;
  const { low, high } = ends;
  return (
    <span className="interval">
      <span className="interval-axis" aria-hidden="true">
        {value === undefined ? null : (
          <span className="interval-bar" style={{ width: at(value) }} />
        )}
        <span
          className="interval-span"
          style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
        />
        {value === undefined ? null : (
          <span className="interval-tick" style={{ left: at(value) }} />
        )}
      </span>
      <span className="interval-ends">
        {written(low) === written(high) ? '' : `${written(low)}–${written(high)}`}
      </span>
    </span>
  );
}

export function percent(share: number): string {
  return `${exactNumber(share * 100, 1)}%`;
}
