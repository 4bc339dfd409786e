// The linked view: map, charts and table over one set of counts. Whatever is chosen in one filters the
// others, stands in the address, and opens the households it counts.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { LinkedView } from '#contract/insight-map.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useDataDay } from '../data-day.ts';
import { ChoiceBars } from './choice-bars.tsx';
import { choiceFilter, useChoiceWords } from './choice-words.ts';
import { ChosenLine, nothingChosen } from './chosen-line.tsx';
import { chosenDimensions, countsBy, cutsOf, sharesOf } from './linked-counts.ts';
import { MapControls } from './map-controls.tsx';
import {
  chosenOf,
  type Dimension,
  dimensions,
  type Indicator,
  keyOf,
  type MapSearch,
  readMapSearch,
} from './map-search.ts';
import { MonthSlider } from './month-slider.tsx';
import { PartTable } from './part-table.tsx';
import { placeChoice } from './photograph-choice.ts';
import { PhotographStrip } from './photograph-strip.tsx';
import { ShownMap } from './shown-map.tsx';
import { mapTexts } from './texts.ts';
import { usePhotographs } from './use-photographs.ts';
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
  const dataDay = useDataDay();
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
  const choosePart = (code: string) =>
    go({ part: code === search.part ? undefined : code, photo: undefined });
  const photographs = usePhotographs(view, search);
  const choosePlace = (place: string, photo: string | undefined) =>
    go({ ...placeChoice(view.area.code, place), photo });
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
        asOf={dataDay(view.asOf)}
        actions={<PrintButton>{text('printed')}</PrintButton>}
      />
      <p className="quiet small no-print">{text('help')}</p>
      <ChosenLine
        view={view}
        search={search}
        words={words}
        photo={photographs.chosen?.title}
        onChange={go}
      />
      <div className="map-grid">
        <div className="map-side">
          <MapControls view={view} search={search} onChange={go} />
          <h2 className="map-title">{title}</h2>
          <ShownMap
            view={view}
            search={search}
            shares={shares}
            cuts={cutsOf[asks]}
            photographs={photographs}
            onChoose={choosePart}
            onPlace={choosePlace}
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
          <PhotographStrip
            photographs={photographs}
            area={view.area}
            onPhoto={(photo, place) => choosePlace(place, photo)}
            onClear={() => go(nothingChosen)}
          />
          <PartTable
            view={view}
            shares={shares}
            title={title}
            isLate={asks === 'late'}
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
