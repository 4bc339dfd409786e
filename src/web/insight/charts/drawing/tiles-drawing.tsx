// Equal tiles, neighbours kept as far as possible: the share by fixed cuts, the count it comes from. A
// press goes into the place; the table beside it opens the households.
import { exactNumber } from '#web/text/number.ts';
import { DrawnLink } from '#web/ui/drawn-link.tsx';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { widthOf, wrapText } from './wrap-text.ts';

const gap = 4;

export function TilesDrawing({
  drawing,
  width,
  language,
  title,
  partAddress,
}: DrawingProps<'tiles'>) {
  const { tiles, cuts, note, measure } = drawing;
  const left = Math.min(...tiles.map(({ column }) => column));
  const top = Math.min(...tiles.map(({ row }) => row));
  const columns = Math.max(...tiles.map(({ column }) => column)) - left + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) - top + 1;
  const wide = Math.min((width - gap * (columns - 1)) / columns, 320);
  const high = wide > 150 ? 72 : wide > 80 ? 62 : 50;
  const map = rows * (high + gap);
  const notes = wrapText(note[language], width - 8, 12, 3);
  const height = map + 44 + notes.length * 18;
  return (
    <DrawnSheet width={width} height={height} title={title}>
      {tiles.map((tile) => {
        const share = tile.of === 0 ? undefined : tile.n / tile.of;
        const shade = share === undefined ? 0 : shadeOf(share, cuts);
        const x = (tile.column - left) * (wide + gap);
        const y = (tile.row - top) * (high + gap);
        const size = wide > 110 ? 13 : 12;
        const count = exactNumber(tile.n);
        const percent = share === undefined ? '—' : `${Math.round(share * 100)}%`;
        const roomy = widthOf(`${percent}${count}`, 14) + 24 < wide;
        const said = `${tile.name} ${percent} ${count}`;
        return (
          <DrawnLink key={tile.code} href={partAddress?.(tile.code)} label={said}>
            <title>{`${tile.name} ${share === undefined ? '—' : `${exactNumber(share * 100, 1)}%`}, ${count} / ${exactNumber(tile.of)}`}</title>
            <rect className={`shade-${shade}`} x={x} y={y} width={wide} height={high} />
            <g className={`on-shade-${shade}`}>
              <DrawnText
                lines={wrapText(tile.name, wide - 12, size, 1)}
                x={x + 8}
                y={y + 20}
                size={size}
              />
              <text x={x + 8} y={y + high - 10} fontSize={wide > 110 ? 18 : 14} fontWeight={600}>
                {percent}
              </text>
              {roomy ? (
                <text x={x + wide - 8} y={y + high - 10} fontSize={12} textAnchor="end">
                  {count}
                </text>
              ) : null}
            </g>
          </DrawnLink>
        );
      })}
      <g transform={`translate(0 ${map + 10})`}>
        <text x={0} y={12} fontSize={12} className="t2">
          {measure[language]}
        </text>
        {[1, 2, 3, 4, 5].map((shade) => (
          <rect
            key={shade}
            className={`shade-${shade}`}
            x={keyStart(measure[language]) + (shade - 1) * 34}
            y={4}
            width={34}
            height={9}
          />
        ))}
        {cuts.map((cut, index) => (
          <text
            key={cut}
            x={keyStart(measure[language]) + (index + 1) * 34}
            y={27}
            fontSize={12}
            textAnchor="middle"
            className="t3"
          >
            {`${Math.round(cut * 100)}${index === 3 ? '%' : ''}`}
          </text>
        ))}
        <DrawnText lines={notes} x={0} y={46} size={12} leading={18} className="t3" />
      </g>
    </DrawnSheet>
  );
}

function keyStart(text: string): number {
  return widthOf(text, 12) + 14;
}

export function shadeOf(share: number, cuts: readonly number[]): number {
  return 1 + cuts.filter((cut) => share >= cut).length;
}
