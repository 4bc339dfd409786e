// The board on the ground: the county's own outlines over its imagery or terrain, and every village where it lies.
import { useMemo, useRef } from 'react';
import type { Board } from '#contract/insight-board.ts';
import { spotOf } from '#domain/insight/layers/tile-grid.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { useWidth } from '#web/ui/use-width.ts';
import { GroundStamp } from '../ground/ground-stamp.tsx';
import { type ShownLayer, TileImages } from '../layers/tile-images.tsx';
import { spreadWithin } from '../map/map-layout.ts';
import {
  type Corner,
  type OutlinePaths,
  type Outlines,
  onSheet,
  outlinePaths,
} from '../map/outline-paths.ts';
import { mapTexts } from '../map/texts.ts';
import { type MapSize, type MapView, usePanZoom } from '../map/use-pan-zoom.ts';
import { type BoardMapProps, Square } from './board-square.tsx';
import { boardTexts } from './texts.ts';
import '../map/map.css';

interface BoardGroundProps extends BoardMapProps {
  readonly outlines: Outlines;
  readonly layer: ShownLayer | undefined;
}

const nothing = { width: 1, height: 1 };

export function BoardGround(props: BoardGroundProps) {
  const text = useText(boardTexts);
  const map = useText(mapTexts);
  const { board, outlines, layer, chosen } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const paths = useMemo(() => outlinePaths(outlines), [outlines]);
  const spots = useMemo(
    () => (paths === undefined ? undefined : spotsOf(board, paths)),
    [board, paths],
  );
  const size = paths ?? nothing;
  const height = Math.round(Math.min(Math.max(width * (size.height / size.width), 320), 720));
  const screen = useMemo(() => ({ width, height }), [width, height]);
  const moving = usePanZoom(size, screen);
  const { view } = moving;
  const first = board.villages[0]?.code;
  return (
    <div ref={frame} className="board-ground-frame">
      <div
        ref={moving.holder}
        className={layer === undefined ? 'board-ground plain' : 'board-ground'}
        style={{ height }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keys, which need the focus.
        tabIndex={0}
        role="application"
        aria-label={map('mapKeys')}
        {...moving.handlers}
      >
        {width === 0 || paths === undefined ? null : (
          <>
            <svg width={width} height={height} aria-hidden="true">
              <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
                {layer === undefined ? null : (
                  <TileImages {...layer} ground={paths.ground} view={view} screen={screen} />
                )}
                {[...paths.shapes].map(([code, { path }]) => (
                  <path key={code} className="outline" d={path} />
                ))}
              </g>
            </svg>
            <div ref={holder}>
              {board.villages.map((village) => {
                const spot = spots?.get(village.code);
                if (spot === undefined) return null;
                const at = { x: view.x + spot.x * view.scale, y: view.y + spot.y * view.scale };
                return (
                  <Square
                    key={village.code}
                    village={village}
                    isFirst={village.code === (chosen ?? first)}
                    holder={holder}
                    at={at}
                    {...props}
                  />
                );
              })}
            </div>
            <Names outlines={outlines} paths={paths} view={view} screen={screen} />
          </>
        )}
      </div>
      <GroundStamp outlines={outlines} />
      <div className="map-buttons no-print">
        <button type="button" onClick={moving.zoomIn} aria-label={map('zoomIn')}>
          +
        </button>
        <button type="button" onClick={moving.zoomOut} aria-label={map('zoomOut')}>
          −
        </button>
        {moving.isWhole ? null : (
          <button type="button" onClick={moving.reset} aria-label={map('whole')}>
            ⤢
          </button>
        )}
      </div>
      <p className="small quiet">{text('groundNote')}</p>
    </div>
  );
}

interface NamesProps {
  readonly outlines: Outlines;
  readonly paths: OutlinePaths;
  readonly view: MapView;
  readonly screen: MapSize;
}

/** Along the northern edge of each part, where the fewest villages stand, and above them. */
function Names({ outlines, paths, view, screen }: NamesProps) {
  return (
    <svg className="board-names" width={screen.width} height={screen.height} aria-hidden="true">
      {outlines.features.map(({ properties: { code, name } }) => {
        const shape = paths.shapes.get(code);
        if (shape === undefined) return null;
        const top = shape.rings
          .flat()
          .reduce((one, other) => (other.y < one.y ? other : one), shape);
        const x = shape.x + (top.x - shape.x) / 3;
        return (
          <text
            key={code}
            x={view.x + x * view.scale}
            y={view.y + top.y * view.scale + 12}
            textAnchor="middle"
            fontSize={12}
            fontWeight={600}
          >
            {shortNameOf(name)}
          </text>
        );
      })}
    </svg>
  );
}

/** In the middle of its own outline; where it has none, somewhere in that of its township. */
function spotsOf(board: Board, paths: OutlinePaths): ReadonlyMap<string, Corner> {
  const known = board.positions.map(({ code, ...at }): [string, Corner] => [
    code,
    onSheet(paths.ground, spotOf(at)),
  ]);
  const isKnown = new Set(known.map(([code]) => code));
  const unknown = groupBy(
    board.villages.filter(({ code }) => !isKnown.has(code)),
    ({ township }) => township,
  );
  const spread = [...unknown].flatMap(([township, villages]) => {
    const shape = paths.shapes.get(township);
    const codes = villages.map(({ code }) => code);
    return shape === undefined ? [] : [...spreadWithin(shape, codes)];
  });
  return new Map([...known, ...spread]);
}
