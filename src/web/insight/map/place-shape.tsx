// One place of the map: its tile with name, share and number, or its outline, whose name stands above everything
// else that is drawn.
import { exactNumber } from '#web/text/number.ts';
import { wrapText } from '../charts/drawing/wrap-text.ts';
import type { Share } from './linked-counts.ts';
import type { OutlineShape } from './outline-paths.ts';
import type { MapView } from './use-pan-zoom.ts';

/** Shade 0 where nothing is known. */
function shadeOf({ n, of }: Share, cuts: readonly number[]) {
  const known = of > 0;
  const part = known ? n / of : 0;
  return {
    shade: known ? 1 + cuts.filter((cut) => part >= cut).length : 0,
    percent: known ? `${exactNumber(part * 100, part < 0.1 ? 1 : 0)}%` : '—',
  };
}

interface PlaceProps {
  readonly name: string;
  readonly share: Share;
  readonly cuts: readonly number[];
  readonly isChosen: boolean;
  readonly box: { x: number; y: number; wide: number; high: number } | undefined;
  readonly shape: { readonly path: string; readonly x: number; readonly y: number } | undefined;
  readonly hasPoints: boolean;
  readonly onPress: () => void;
}

export function Place(props: PlaceProps) {
  const { name, share, cuts, isChosen, box, shape, hasPoints, onPress } = props;
  const { shade, percent } = shadeOf(share, cuts);
  const said = `${name} ${percent} · ${exactNumber(share.n)} / ${exactNumber(share.of)}`;
  const press = {
    role: 'button',
    tabIndex: 0,
    'aria-pressed': isChosen,
    'aria-label': said,
    onClick: onPress,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    },
  } as const;
  if (shape !== undefined) {
    return (
      <g {...press} className={isChosen ? 'place chosen' : 'place'}>
        <title>{said}</title>
        <path className={`shade-${shade}`} d={shape.path} vectorEffect="non-scaling-stroke" />
      </g>
    );
  }
  if (box === undefined) return null;
  const { x, y, wide, high } = box;
  return (
    <g {...press} className={isChosen ? 'place chosen' : 'place'}>
      <title>{said}</title>
      <rect
        className={hasPoints ? `shade-${Math.min(shade, 2)}` : `shade-${shade}`}
        x={x}
        y={y}
        width={wide}
        height={high}
      />
      <g className={hasPoints ? `on-shade-${Math.min(shade, 2)}` : `on-shade-${shade}`}>
        <text x={x + 10} y={y + 22} fontSize={14}>
          {wrapText(name, wide - 20, 14, 1)[0]}
        </text>
        <text
          x={x + 10}
          y={hasPoints ? y + 41 : y + high - 12}
          fontSize={hasPoints ? 15 : 24}
          fontWeight={600}
        >
          {percent}
        </text>
        <text
          x={x + wide - 10}
          y={hasPoints ? y + 41 : y + high - 12}
          fontSize={13}
          textAnchor="end"
        >
          {exactNumber(share.n)}
        </text>
      </g>
      {isChosen ? (
        <rect className="mark" x={x + 2} y={y + 2} width={wide - 4} height={high - 4} />
      ) : null}
    </g>
  );
}

interface PlaceNameProps {
  readonly name: string;
  readonly share: Share;
  readonly cuts: readonly number[];
  readonly shape: OutlineShape;
  readonly view: MapView;
  /** Points, marks or a picture lie under it. */
  readonly isCovered: boolean;
}

/** In pixels of the screen, so that it keeps its size however close one looks. */
export function PlaceName({ name, share, cuts, shape, view, isCovered }: PlaceNameProps) {
  const { shade, percent } = shadeOf(share, cuts);
  const x = view.x + shape.x * view.scale;
  const y = view.y + shape.y * view.scale;
  return (
    <g
      className={isCovered ? 'place-name covered' : `place-name on-shade-${shade}`}
      textAnchor="middle"
      fontSize={13}
    >
      <text x={x} y={y}>
        {name}
      </text>
      <text x={x} y={y + 17} fontWeight={600}>
        {percent}
      </text>
    </g>
  );
}
