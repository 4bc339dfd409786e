// Photographs on the map: a small frame in each place that has some, with how many. A press chooses the place, and
// the photograph too where there is but one.
import { type KeyboardEvent, useMemo } from 'react';
import { spotOf } from '#domain/insight/layers/tile-grid.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { useText } from '#web/text/catalogue.ts';
import type { TileLayout } from './map-layout.ts';
import { type Corner, type OutlinePaths, onSheet } from './outline-paths.ts';
import type { ShownPhotograph } from './photograph-choice.ts';
import { photographTexts } from './photograph-texts.ts';
import { spotsOfVillages } from './use-marks.ts';
import type { MapSize, MapView } from './use-pan-zoom.ts';

interface PhotographLayerProps {
  readonly photographs: readonly ShownPhotograph[];
  readonly layout: TileLayout;
  readonly shapes: OutlinePaths | undefined;
  readonly view: MapView;
  readonly screen: MapSize;
  readonly wasDragged: () => boolean;
  readonly onPlace: (place: string, photo: string | undefined) => void;
}

interface Frame {
  readonly key: string;
  readonly spot: Corner;
  readonly own: readonly ShownPhotograph[];
}

export function PhotographLayer(props: PhotographLayerProps) {
  const { photographs, layout, shapes, view, screen } = props;
  const text = useText(photographTexts);
  const frames = useMemo(
    () => framesOf(photographs, layout, shapes),
    [photographs, layout, shapes],
  );
  return (
    <svg
      className="map-marks"
      width={screen.width}
      height={screen.height}
      viewBox={`0 0 ${screen.width} ${screen.height}`}
    >
      <title>{text('title')}</title>
      {frames.map((frame) => (
        <FrameMark key={frame.key} {...props} frame={frame} view={view} />
      ))}
    </svg>
  );
}

function FrameMark({
  frame: { spot, own },
  view,
  shapes,
  wasDragged,
  onPlace,
}: PhotographLayerProps & { readonly frame: Frame }) {
  const text = useText(photographTexts);
  const [first] = own;
  if (first === undefined) return null;
  const { place } = first;
  const said = text('mark', { place: place.name, count: own.length });
  const press = () => onPlace(place.code, own.length === 1 ? first.id : undefined);
  // Where the map shows the village itself, its name and share stand in its middle.
  const isNamed = shapes?.shapes.has(place.code) ?? false;
  const [x, y] = [view.x + spot.x * view.scale, view.y + spot.y * view.scale];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a mark on a drawing, where no button can stand.
    <g
      role="button"
      tabIndex={0}
      aria-label={said}
      className="map-mark photo-mark"
      transform={`translate(${x} ${isNamed ? y - 34 : y})`}
      onClick={() => {
        if (!wasDragged()) press();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        press();
      }}
    >
      <title>{said}</title>
      <circle className="reach" r={14} />
      <rect className="frame" x={-10} y={-7.5} width={20} height={15} rx={1.5} />
      {own.length === 1 ? (
        <path className="scene" d="M-8 5L-2.5 -2L1 2.5L4 -0.5L8 5Z" />
      ) : (
        <text y={4}>{own.length}</text>
      )}
    </g>
  );
}

function framesOf(
  photographs: readonly ShownPhotograph[],
  layout: TileLayout,
  shapes: OutlinePaths | undefined,
): readonly Frame[] {
  const placed = photographs.filter(({ place }) => place.part !== null);
  const places = [...new Map(placed.map(({ place }) => [place.code, place])).values()].map(
    ({ code, part, at }) => ({ code, part: part ?? code, at }),
  );
  const spots = spotsOfVillages(places, layout, shapes);
  const spotOfPlace = new Map(places.map(({ code }, index) => [code, spots[index]]));
  const isBuiltOn = (one: ShownPhotograph) => shapes !== undefined && one.at !== null;
  const byKey = groupBy(placed, (one) =>
    isBuiltOn(one) ? `${one.at?.longitude} ${one.at?.latitude}` : one.place.code,
  );
  return [...byKey].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const spot =
      shapes !== undefined && first.at !== null
        ? onSheet(shapes.ground, spotOf(first.at))
        : spotOfPlace.get(first.place.code);
    return spot === undefined ? [] : [{ key, spot, own }];
  });
}
