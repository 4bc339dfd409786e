// The map with what lies under it and what is marked on it, and the words that say how true each of them is.
import { useState } from 'react';
import type { LinkedView } from '#contract/insight-map.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { ErrorState } from '#web/ui/states.tsx';
import { isInvented } from '../ground/ground-stamp.tsx';
import { PracticeGround } from '../ground/practice-ground.tsx';
import { LayerChoice } from '../layers/layer-choice.tsx';
import { useLayers } from '../layers/use-layers.ts';
import { AreaMap } from './area-map.tsx';
import { MapKey } from './map-key.tsx';
import { type MapSearch, marksIn } from './map-search.ts';
import { MarkList } from './mark-list.tsx';
import type { Outlines } from './outline-paths.ts';
import { PhotographKey } from './photograph-key.tsx';
import { mapTexts } from './texts.ts';
import { useMarks } from './use-marks.ts';
import { markedPhotographs, type Photographs } from './use-photographs.ts';
import { usePoints } from './use-points.ts';

interface ShownMapProps {
  readonly view: LinkedView;
  readonly search: MapSearch;
  readonly shares: Parameters<typeof AreaMap>[0]['shares'];
  readonly cuts: readonly number[];
  readonly photographs: Photographs;
  readonly onChoose: (code: string) => void;
  readonly onPlace: (place: string, photo: string | undefined) => void;
  readonly onLayer: (id: string | undefined) => void;
}

export function ShownMap(props: ShownMapProps) {
  const { view, search, shares, cuts, photographs, onChoose, onPlace, onLayer } = props;
  const text = useText(mapTexts);
  const wantsOutlines = view.boundaries && search.base === undefined;
  const outlines = useRead(
    'GET /api/registry/areas/:area/boundaries',
    { params: { area: view.area.code }, query: {} },
    { enabled: wantsOutlines, staleTime: 600_000 },
  );
  const drawn =
    wantsOutlines && (outlines.data?.features.length ?? 0) > 0 ? outlines.data : undefined;
  const wantsPoints = search.points === 'on' && view.area.code.length >= 6;
  const { points, isLoading, error } = usePoints(view, search, wantsPoints);
  const { marks, error: unmarked } = useMarks(view.area.code, marksIn(search.marks));
  const [village, setVillage] = useState<string>();
  const layers = useLayers(view.area.code, search.layer);
  const saidOf = (loaded: Outlines) => {
    const sources = new Set(loaded.features.map(({ properties }) => properties.source));
    return isInvented(loaded)
      ? text('outlineInvented')
      : text('outlineNote', { source: [...sources].join(' ') });
  };
  const note = drawn === undefined ? text.pick(view.tilesNote) : saidOf(drawn);
  return (
    <>
      {view.parts.length === 0 ? null : (
        <AreaMap
          view={view}
          shares={shares}
          cuts={cuts}
          chosen={search.part}
          outlines={drawn}
          points={points}
          layer={drawn === undefined ? undefined : layers.shown}
          marks={marks}
          photographs={markedPhotographs(photographs, search)}
          village={village}
          onPlace={onPlace}
          onVillage={(code) => setVillage(code === village ? undefined : code)}
          onChoose={onChoose}
        />
      )}
      {marks === undefined ? null : <MarkList marks={marks} village={village} />}
      {marksIn(search.marks).includes('photographs') ? <PhotographKey of={photographs} /> : null}
      {view.boundaries && drawn === undefined ? null : (
        <LayerChoice
          layers={layers}
          area={view.area.code}
          canShow={drawn !== undefined}
          onChoose={onLayer}
        />
      )}
      <MapKey cuts={cuts} note={note} />
      <PracticeGround area={view.area.code} onHills={onLayer} />
      {isLoading ? <p className="small quiet">{text('loading')}</p> : null}
      {[error, unmarked].map((one) =>
        one === null ? null : <ErrorState key={one.message} error={one} />,
      )}
      {points === undefined ? null : <p className="small schematic">{text('pointsNote')}</p>}
    </>
  );
}
