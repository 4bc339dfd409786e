// The linked view: map, charts and table over one set of counts. Whatever is chosen in one filters the
// others, stands in the address, and opens the households it counts.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { LinkedView } from '#contract/insight-map.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { isInvented } from '../ground/ground-stamp.tsx';
import { PracticeGround } from '../ground/practice-ground.tsx';
import { LayerChoice } from '../layers/layer-choice.tsx';
import { useLayers } from '../layers/use-layers.ts';
import { AreaMap } from './area-map.tsx';
import { ChoiceBars } from './choice-bars.tsx';
import { choiceFilter, useChoiceWords } from './choice-words.ts';
import { ChosenLine } from './chosen-line.tsx';
import { chosenDimensions, countsBy, cutsOf, sharesOf } from './linked-counts.ts';
import { MapKey } from './map-key.tsx';
import {
  chosenOf,
  type Dimension,
  dimensions,
  type Indicator,
  indicators,
  keyOf,
  type MapSearch,
  readMapSearch,
} from './map-search.ts';
import { MonthSlider } from './month-slider.tsx';
import type { Outlines } from './outline-paths.ts';
import { PartTable } from './part-table.tsx';
import { mapTexts } from './texts.ts';
import { usePoints } from './use-points.ts';
import './map.css';

export function MapPage() {
  const search = readMapSearch(useSearch({ strict: false }));
  const read = useRead('GET /api/insight/map', { query: { area: search.area } }, { keep: true });
  if (read.data !== undefined) return <MapOf view={read.data} search={search} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

interface MapOfProps {
  readonly view: LinkedView;
  readonly search: MapSearch;
}

function MapOf({ view, search }: MapOfProps) {
  const text = useText(mapTexts);
  const navigate = useNavigate();
  const go = (change: MapSearch) =>
    void navigate({
      to: '/map',
      search: (before) => ({ ...readMapSearch(before), ...change }),
      resetScroll: false,
    });
  const isCube = view.counts.kind === 'cube';
  const choose = (by: Dimension, index: number | undefined) => {
    const key = index === undefined ? undefined : view.keys[by][index];
    const alone = isCube ? {} : Object.fromEntries(dimensions.map((one) => [one, undefined]));
    go({ ...alone, month: undefined, [by]: key === undefined ? undefined : chosenOf(key) });
  };
  const choosePart = (code: string) => go({ part: code === search.part ? undefined : code });
  const chosen = chosenDimensions(search);
  const by: Indicator = search.by ?? 'listed';
  const asks = search.month === undefined && chosen.length > 0 && by !== 'late' ? 'chosen' : by;
  const shares = sharesOf(view, search, by);
  const title = text(`by_${asks}`);
  const words = useChoiceWords(view);
  if (view.parts.length === 0 && view.counts.kind === 'kept') return <Nothing />;
  return (
    <div className="page map-page">
      <PageHead
        title={text('title', { area: view.area.name })}
        asOf={view.asOf}
        actions={
          <button type="button" className="button" onClick={() => window.print()}>
            {text('printed')}
          </button>
        }
      />
      <p className="quiet small no-print">{text('help')}</p>
      <ChosenLine view={view} search={search} words={words} onChange={go} />
      <div className="map-grid">
        <div className="map-side">
          <Controls view={view} search={search} onChange={go} />
          <h2 className="map-title">{title}</h2>
          <ShownMap
            view={view}
            search={search}
            shares={shares}
            cuts={cutsOf[asks]}
            onChoose={choosePart}
            onLayer={(layer) => go({ layer })}
          />
          <MonthSlider
            months={view.months}
            month={search.month}
            onMonth={(month) =>
              go({ month, stage: undefined, cause: undefined, measure: undefined, band: undefined })
            }
          />
          {search.month === undefined ? null : <p className="small quiet">{text('monthNote')}</p>}
          <PartTable
            view={view}
            shares={shares}
            title={title}
            chosen={search.part}
            filter={search.month === undefined ? choiceFilter(search, asks, view) : undefined}
            onChoose={choosePart}
          />
        </div>
        <div className="map-charts">
          {isCube ? null : <p className="small quiet">{text('oneChoice')}</p>}
          {dimensions.map((one) => (
            <ChoiceBars
              key={one}
              title={text(one)}
              labels={view.keys[one].map((key) => words(one, key))}
              sums={countsBy(view, search, one)}
              chosen={indexOf(view, search, one)}
              order={one === 'stage' || one === 'band' ? 'given' : 'largest'}
              onChoose={(index) => choose(one, index)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function Controls({
  view,
  search,
  onChange,
}: MapOfProps & { readonly onChange: (change: MapSearch) => void }) {
  const text = useText(mapTexts);
  const isWide = view.area.code.length < 6;
  const part = view.parts.find(({ code }) => code === search.part);
  return (
    <div className="map-controls no-print">
      <fieldset className="segments">
        <legend className="visually-hidden">{text('by')}</legend>
        {indicators.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={(search.by ?? 'listed') === one}
            title={text(`by_${one}`)}
            onClick={() => onChange({ by: one === 'listed' ? undefined : one })}
          >
            {text(`short_${one}`)}
          </button>
        ))}
      </fieldset>
      {view.boundaries ? (
        <button
          type="button"
          className="link small"
          onClick={() => onChange({ base: search.base === undefined ? 'tiles' : undefined })}
        >
          {text(search.base === undefined ? 'tiles' : 'outlines')}
        </button>
      ) : null}
      <label className="small" title={isWide ? text('pointsWide') : undefined}>
        <input
          type="checkbox"
          disabled={isWide}
          checked={search.points === 'on' && !isWide}
          onChange={({ target }) => onChange({ points: target.checked ? 'on' : undefined })}
        />{' '}
        {text('points')}
      </label>
      {part === undefined || part.code.length >= 15 ? null : (
        <Link
          to="/map"
          search={(before) => ({ ...readMapSearch(before), area: part.code, part: undefined })}
          className="button"
        >
          {text('enter', { name: shortNameOf(part.name) })}
        </Link>
      )}
    </div>
  );
}

interface ShownMapProps extends MapOfProps {
  readonly shares: Parameters<typeof AreaMap>[0]['shares'];
  readonly cuts: readonly number[];
  readonly onChoose: (code: string) => void;
  readonly onLayer: (id: string | undefined) => void;
}

function ShownMap({ view, search, shares, cuts, onChoose, onLayer }: ShownMapProps) {
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
  const layers = useLayers(view.area.code, search.layer);
  const saidOf = (outlines: Outlines) =>
    isInvented(outlines)
      ? text('outlineInvented')
      : text('outlineNote', {
          source: [...new Set(outlines.features.map(({ properties }) => properties.source))].join(
            ' ',
          ),
        });
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
          onChoose={onChoose}
        />
      )}
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
      {error === null ? null : <ErrorState error={error} />}
      {points === undefined ? null : <p className="small schematic">{text('pointsNote')}</p>}
    </>
  );
}

function Nothing() {
  const text = useText(mapTexts);
  return (
    <div className="page">
      <EmptyState
        title={text('empty')}
        text={text('emptyText')}
        action={
          <Link to="/imports" className="button primary">
            {text('emptyAction')}
          </Link>
        }
      />
    </div>
  );
}

function indexOf(view: LinkedView, search: MapSearch, by: Dimension): number | undefined {
  const key = search[by];
  if (key === undefined) return undefined;
  const index = view.keys[by].indexOf(keyOf(key));
  return index < 0 ? undefined : index;
}
