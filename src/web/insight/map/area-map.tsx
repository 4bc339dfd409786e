// The map: equal tiles, or the outlines a county loaded; the chosen place marked; households as points above
// the tiles where that is asked for. Shapes are drawn as they are, so the map prints sharp at any size.
import { useMemo } from 'react';
import type { LinkedView } from '#contract/insight-map.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { useWidth } from '#web/ui/use-width.ts';
import { GroundStamp } from '../ground/ground-stamp.tsx';
import { type ShownLayer, TileImages } from '../layers/tile-images.tsx';
import type { Share } from './linked-counts.ts';
import {
  layTiles,
  type PlacedPoint,
  placeInOutlines,
  placePoints,
  type TileLayout,
} from './map-layout.ts';
import { MarkLayer } from './mark-layer.tsx';
import { type OutlinePaths, type Outlines, outlinePaths } from './outline-paths.ts';
import { PhotographLayer } from './photograph-layer.tsx';
import { Place, PlaceName } from './place-shape.tsx';
import { PointLayer } from './point-layer.tsx';
import { mapTexts } from './texts.ts';
import type { ShownMarks } from './use-marks.ts';
import { type MapSize, usePanZoom } from './use-pan-zoom.ts';
import type { ShownPhotograph } from './use-photographs.ts';
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
  /** Projects, teams and money. */
  readonly marks: ShownMarks | undefined;
  /** Photographs that are marked. */
  readonly photographs: readonly ShownPhotograph[];
  readonly onPlace: (place: string, photo: string | undefined) => void;
  /** The village whose marks are read. */
  readonly village: string | undefined;
  readonly onVillage: (code: string) => void;
  readonly onChoose: (code: string) => void;
}

const noPoints: readonly PlacedPoint[] = [];
const nobody: Share = { n: 0, of: 0 };

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
        style={{ height, '--map-shape': `${width} / ${height}` } as React.CSSProperties}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keys, which need the focus.
        tabIndex={0}
        role="application"
        aria-label={text('mapKeys')}
        {...moving.handlers}
      >
        {width === 0 ? null : (
          <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
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
                  share={shares[index] ?? nobody}
                  cuts={cuts}
                  isChosen={part.code === chosen}
                  box={layout.boxes.get(part.code)}
                  shape={shapes?.shapes.get(part.code)}
                  hasPoints={
                    points !== undefined ||
                    props.marks !== undefined ||
                    props.photographs.length > 0
                  }
                  onPress={() => {
                    if (!moving.wasDragged()) onChoose(part.code);
                  }}
                />
              ))}
            </g>
          </svg>
        )}
        {width === 0 ? null : (
          <Above
            {...props}
            layout={layout}
            shapes={shapes}
            placed={placed}
            moving={moving}
            screen={screen}
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

interface AboveProps extends AreaMapProps {
  readonly layout: TileLayout;
  readonly shapes: OutlinePaths | undefined;
  readonly placed: readonly PlacedPoint[];
  readonly moving: ReturnType<typeof usePanZoom>;
  readonly screen: MapSize;
}

/** Points, marks, and the names of outlines, which nothing may cover. */
function Above(props: AboveProps) {
  const { view, shares, cuts, points, layer, marks, village, onVillage } = props;
  const { layout, shapes, placed, moving, screen } = props;
  const isCovered = points !== undefined || marks !== undefined || layer !== undefined;
  return (
    <>
      {points === undefined ? null : (
        <PointLayer
          points={placed}
          idOf={points.idOf}
          view={moving.view}
          screen={screen}
          wasDragged={moving.wasDragged}
          onZoom={moving.zoomTo}
        />
      )}
      {marks === undefined ? null : (
        <MarkLayer
          marks={marks}
          parts={view.parts}
          layout={layout}
          shapes={shapes}
          view={moving.view}
          screen={screen}
          chosen={village}
          wasDragged={moving.wasDragged}
          onVillage={onVillage}
        />
      )}
      {props.photographs.length === 0 ? null : (
        <PhotographLayer
          photographs={props.photographs}
          layout={layout}
          shapes={shapes}
          view={moving.view}
          screen={screen}
          wasDragged={moving.wasDragged}
          onPlace={props.onPlace}
        />
      )}
      {shapes === undefined ? null : (
        <svg
          className="map-names"
          width={screen.width}
          height={screen.height}
          viewBox={`0 0 ${screen.width} ${screen.height}`}
          aria-hidden="true"
        >
          {view.parts.map((part, index) => {
            const shape = shapes.shapes.get(part.code);
            return shape === undefined ? null : (
              <PlaceName
                key={part.code}
                name={shortNameOf(part.name)}
                share={shares[index] ?? nobody}
                cuts={cuts}
                shape={shape}
                view={moving.view}
                isCovered={isCovered}
              />
            );
          })}
        </svg>
      )}
    </>
  );
}
