// Where each statement allows the base to lie, on one axis with both ends written; what they share as a
// band; and that band enlarged below, number by number.
import type { FigureFinding } from '#contract/insight-figures.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { type Axis, axisOf, ticksOf } from './base-axis.ts';
import { BaseDots } from './base-dots.tsx';
import { pluralUnit, rangeWords } from './implied-words.ts';
import { figuresTexts } from './texts.ts';

interface BaseChartProps {
  readonly finding: FigureFinding;
  readonly registered: number | null;
}

export interface Shared {
  readonly least: number;
  readonly most: number;
}

export function BaseChart({ finding, registered }: BaseChartProps) {
  const text = useText(figuresTexts);
  const narrow = useNarrow();
  const { bars, implied } = finding;
  const shared = implied?.most == null ? undefined : { least: implied.least, most: implied.most };
  const axis = axisOf(bars, registered, narrow);
  const rows = bars.length + (registered === null ? 0 : 1);
  const foot = 12 + rows * axis.row;
  const unit = implied === null ? '' : pluralUnit(implied.unit, text.language);
  return (
    <figure className="base-chart">
      <figcaption>
        <strong>{text('baseTitle')}</strong>
        <span>
          {shared === undefined
            ? text('noBase')
            : text('baseNote', { range: `${rangeWords(shared.least, shared.most)} ${unit}` })}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${axis.width} ${foot + 34}`} role="img" aria-label={text('baseTitle')}>
        {shared === undefined ? null : (
          <rect
            className="band"
            x={axis.at(shared.least)}
            width={Math.max(2, axis.at(shared.most) - axis.at(shared.least))}
            y={4}
            height={foot - 4}
          />
        )}
        {bars.map((bar, index) => (
          <BarRow key={bar.arithmetic} {...{ bar, axis, shared }} top={12 + index * axis.row} />
        ))}
        {registered === null ? null : (
          <RegisteredRow {...{ registered, axis, shared }} top={12 + bars.length * axis.row} />
        )}
        <line className="axis" x1={axis.left} x2={axis.right} y1={foot} y2={foot} />
        {ticksOf(axis).map((tick) => (
          <g key={tick}>
            <line className="axis" x1={axis.at(tick)} x2={axis.at(tick)} y1={foot} y2={foot + 4} />
            <text className="tick" x={axis.at(tick)} y={foot + 18} textAnchor="middle">
              {exactNumber(tick)}
            </text>
          </g>
        ))}
        {shared === undefined ? null : (
          <path
            className="lens"
            d={`M${axis.at(shared.least)} ${foot}V${foot + 24}L${axis.left} ${foot + 34}M${axis.at(shared.most)} ${foot}V${foot + 24}L${axis.right} ${foot + 34}`}
          />
        )}
      </svg>
      {shared === undefined ? null : (
        <BaseDots bars={bars.filter(({ counts }) => counts)} shared={shared} axis={axis} />
      )}
    </figure>
  );
}

interface RowProps {
  readonly axis: Axis;
  readonly shared: Shared | undefined;
  readonly top: number;
}

function BarRow({
  bar,
  axis,
  shared,
  top,
}: RowProps & { readonly bar: FigureFinding['bars'][number] }) {
  const text = useText(figuresTexts);
  const { titles, arithmetic, least, most, counts } = bar;
  const isSum = titles.length > 2;
  const name = isSum ? text('summed', { count: titles.length }) : titles.map(text.pick)[0];
  const middle = top + axis.bar;
  const label = isSum ? rangeWords(least, most) : arithmetic;
  return (
    <g>
      <RowLabel {...{ axis, top }} name={name ?? ''} note={isSum && !axis.narrow ? '' : label} />
      <line className="track" x1={axis.left} x2={axis.right} y1={middle} y2={middle} />
      {counts ? (
        <>
          <rect
            className="interval"
            x={axis.at(least)}
            width={Math.max(3, axis.at(most) - axis.at(least))}
            y={middle - 6}
            height={12}
          />
          <Ends {...{ axis, least, most, middle }} />
        </>
      ) : (
        <Beside {...{ axis, least, most, middle, shared }} />
      )}
    </g>
  );
}

function Ends({
  axis,
  least,
  most,
  middle,
}: {
  axis: Axis;
  least: number;
  most: number;
  middle: number;
}) {
  const y = middle + 4;
  return (
    <>
      <text className="end" x={axis.at(least) - 5} y={y} textAnchor="end">
        {exactNumber(least)}
      </text>
      <text className="end" x={Math.max(axis.at(most), axis.at(least) + 3) + 5} y={y}>
        {exactNumber(most)}
      </text>
    </>
  );
}

/** A sum that stands beside the base: a cross, and an arrow as long as what it lacks. */
function Beside({
  axis,
  least,
  most,
  middle,
  shared,
}: {
  readonly axis: Axis;
  readonly least: number;
  readonly most: number;
  readonly middle: number;
  readonly shared: Shared | undefined;
}) {
  const text = useText(figuresTexts);
  const at = axis.at((least + most) / 2);
  const isShort = shared !== undefined && most < shared.least;
  const isOver = shared !== undefined && least > shared.most;
  const gap =
    shared === undefined
      ? ''
      : isShort
        ? text('short', { range: rangeWords(shared.least - most, shared.most - least) })
        : text('over', { range: rangeWords(least - shared.most, most - shared.least) });
  const end = shared === undefined ? at : axis.at(isShort ? shared.least : shared.most);
  const step = isShort ? -1 : 1;
  return (
    <>
      <path className="cross" d={`M${at - 4} ${middle - 4}l8 8m0 -8l-8 8`} />
      {axis.narrow ? null : (
        <text className="end" x={at} y={middle - 9} textAnchor="middle">
          {rangeWords(least, most)}
        </text>
      )}
      {isShort || isOver ? (
        <>
          <path
            className="arrow"
            d={`M${at - step * 8} ${middle}H${end}m${step * 6} -3l${-step * 6} 3l${step * 6} 3`}
          />
          <text className="end" x={(at + end) / 2} y={middle + 16} textAnchor="middle">
            {gap}
          </text>
        </>
      ) : null}
    </>
  );
}

function RegisteredRow({
  registered,
  axis,
  shared,
  top,
}: RowProps & { readonly registered: number }) {
  const text = useText(figuresTexts);
  const isInside = shared !== undefined && registered >= shared.least && registered <= shared.most;
  const middle = top + axis.bar;
  return (
    <g>
      <RowLabel {...{ axis, top }} name={text('registered')} note={text('registeredNote')} />
      <line className="track" x1={axis.left} x2={axis.right} y1={middle} y2={middle} />
      <circle
        className={isInside ? 'count holds' : 'count'}
        cx={axis.at(registered)}
        cy={middle}
        r={4.5}
      />
      <text className="end" x={axis.at(registered) - 10} y={middle + 4} textAnchor="end">
        {text(isInside ? 'inside' : 'outside', { value: exactNumber(registered) })}
      </text>
    </g>
  );
}

function RowLabel({
  axis,
  top,
  name,
  note,
}: {
  readonly axis: Axis;
  readonly top: number;
  readonly name: string;
  readonly note: string;
}) {
  return (
    <>
      <text className="name" x={0} y={top + 12}>
        {name}
        {axis.narrow ? (
          <tspan className="note" dx={8}>
            {note}
          </tspan>
        ) : null}
      </text>
      {axis.narrow ? null : (
        <text className="note" x={0} y={top + 30}>
          {note}
        </text>
      )}
    </>
  );
}
