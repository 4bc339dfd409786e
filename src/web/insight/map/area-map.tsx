// The map: equal tiles, or the outlines a county loaded; the chosen place marked; households as points above
// the tiles where that is asked for. Shapes are drawn as they are, so the map prints sharp at any size.
import { useMemo } from 'react';
import type { LinkedView } from '#contract/insight-map.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { useWidth } from '#web/ui/use-width.ts';
import { wrapText } from '../charts/drawing/wrap-text.ts';
import { GroundStamp } from '../ground/ground-stamp.tsx';
import { type ShownLayer, TileImages } from '../layers/tile-images.tsx';
import type { Share } from './linked-counts.ts';
import { layTiles, type PlacedPoint, placeInOutlines, placePoints } from './map-layout.ts';
import { type Outlines, outlinePaths } from './outline-paths.ts';
import { PointLayer } from './point-layer.tsx';
import { mapTexts } from './texts.ts';
import { type MapSize, usePanZoom } from './use-pan-zoom.ts';
import type { ShownPoints } from './use-points.ts';

interface AreaMapProps {
  readonly view: LinkedView;
  readonly shares: readonly Share[];
  readonly cuts: readonly number[];
  readonly chosen: string | undefined;
  readonly outlines: Outlines | undefined;
  readonly points: ShownPoints | undefined;
  /** The picture of the ground under the outlines. */
  readonly layer: ShownLayer | undefined;
  readonly onChoose: (code: string) => void;
}

const noPoints: readonly PlacedPoint[] = [];

export function AreaMap(props: AreaMapProps) {
  const { view, shares, cuts, chosen, outlines, points, layer, onChoose } = props;
  const text = useText(mapTexts);
  const [frame, width] = useWidth<HTMLDivElement>();
  const layout = useMemo(() => layTiles(view.parts), [view.parts]);
  const shapes = useMemo(() => outlines && outlinePaths(outlines), [outlines]);
  const map: MapSize = shapes ?? layout;
  const height = Math.round(Math.min(Math.max(width * (map.height / map.width), 280), 640));
  const screen = useMemo(() => ({ width, height }), [width, height]);
  const moving = usePanZoom(map, screen);
  const placed = useMemo(
    () =>
      points === undefined
        ? noPoints
        : (shapes === undefined
            ? placePoints(layout, points)
            : placeInOutlines(shapes, points)
          ).filter(({ index }) => points.fits(index)),
    [layout, shapes, points],
  );
  const { view: at } = moving;
  return (
    <div ref={frame} className="area-map">
      <div
        ref={moving.holder}
        className="map-window"
        style={{ height }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keys, which need the focus.
        tabIndex={0}
        role="application"
        aria-label={text('mapKeys')}
        {...moving.handlers}
      >
        {width === 0 ? null : (
          <svg width={width} height={height}>
            <title>{text('map')}</title>
            <g
              className={layer === undefined ? undefined : 'see-through'}
              transform={`translate(${at.x} ${at.y}) scale(${at.scale})`}
            >
              {layer === undefined || shapes === undefined ? null : (
                <TileImages {...layer} ground={shapes.ground} view={at} screen={screen} />
              )}
              {view.parts.map((part, index) => (
                <Place
                  key={part.code}
                  name={shortNameOf(part.name)}
                  share={shares[index] ?? { n: 0, of: 0 }}
                  cuts={cuts}
                  isChosen={part.code === chosen}
                  box={layout.boxes.get(part.code)}
                  shape={shapes?.shapes.get(part.code)}
                  hasPoints={points !== undefined}
                  scale={at.scale}
                  onPress={() => {
                    if (!moving.wasDragged()) onChoose(part.code);
                  }}
                />
              ))}
            </g>
          </svg>
        )}
        {points === undefined || width === 0 ? null : (
          <PointLayer
            points={placed}
            idOf={points.idOf}
            view={at}
            screen={screen}
            wasDragged={moving.wasDragged}
            onZoom={moving.zoomTo}
          />
        )}
      </div>
      <GroundStamp outlines={shapes === undefined ? undefined : outlines} />
      <div className="map-buttons no-print">
        <button type="button" onClick={moving.zoomIn} aria-label={text('zoomIn')}>
          +
        </button>
        <button type="button" onClick={moving.zoomOut} aria-label={text('zoomOut')}>
          −
        </button>
        {moving.isWhole ? null : (
          <button type="button" onClick={moving.reset} aria-label={text('whole')}>
            ⤢
          </button>
        )}
      </div>
    </div>
  );
}

interface PlaceProps {
  readonly name: string;
  readonly share: Share;
  readonly cuts: readonly number[];
  readonly isChosen: boolean;
  readonly box: { x: number; y: number; wide: number; high: number } | undefined;
  readonly shape: { readonly path: string; readonly x: number; readonly y: number } | undefined;
  readonly hasPoints: boolean;
  /** Pixels a unit of the map: names on outlines keep their size. */
  readonly scale: number;
  readonly onPress: () => void;
}

function Place(props: PlaceProps) {
  const { name, share, cuts, isChosen, box, shape, hasPoints, scale, onPress } = props;
  const known = share.of > 0;
  const part = known ? share.n / share.of : 0;
  const shade = known ? 1 + cuts.filter((cut) => part >= cut).length : 0;
  const percent = known ? `${exactNumber(part * 100, part < 0.1 ? 1 : 0)}%` : '—';
  const said = `${name} ${percent}，${exactNumber(share.n)} / ${exactNumber(share.of)}`;
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
        <text
          className={`on-shade-${shade}`}
          x={shape.x}
          y={shape.y}
          textAnchor="middle"
          fontSize={13 / scale}
        >
          {name}
        </text>
        <text
          className={`on-shade-${shade}`}
          x={shape.x}
          y={shape.y + 17 / scale}
          textAnchor="middle"
          fontSize={13 / scale}
          fontWeight={600}
        >
          {percent}
        </text>
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
