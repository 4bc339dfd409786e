// The map of the parts: which share of those who came to the step before is still waiting, by fixed
// cuts. Tiles unless the county loaded outlines of its own. One choice is shared with the funnel.
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Overview } from '#contract/insight.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ListLink } from './list-link.tsx';
import { cuts, listStages, type Part, passageOf, type RegisterStep } from './read-funnel.ts';
import { overviewTexts } from './texts.ts';
import { TileMap } from './tile-map.tsx';
import { useLevelName } from './use-level-name.ts';

const OutlineMap = lazy(() =>
  import('./outline-map.tsx').then((module) => ({ default: module.OutlineMap })),
);

interface PlaceMapProps {
  readonly overview: Overview;
  readonly step: RegisterStep;
  readonly chosen: Part | undefined;
  readonly onChoose: (code: string | undefined) => void;
}

/** What a part shows: the share named in the heading, and the households behind it. */
export function shownOf(
  part: Part,
  step: RegisterStep,
): { share: number | undefined; count: number } {
  const { of, waiting, reached } = passageOf(part.funnel, step);
  // On the register being listed is the matter, after it the waiting is.
  const count = step === 'LISTED' ? reached : waiting;
  return { share: of === 0 ? undefined : count / of, count };
}

export function PlaceMap({ overview, step, chosen, onChoose }: PlaceMapProps) {
  const text = useText(overviewTexts);
  const level = useLevelName(overview.partLevel);
  const [outlines, setOutlines] = useState(overview.boundaries);
  const passage = passageOf(overview.funnel, step);
  const count = step === 'LISTED' ? passage.reached : passage.waiting;
  const title =
    step === 'LISTED'
      ? text('mapTitleListed', { level })
      : text('mapTitle', { level, wait: text(`wait${step}`) });
  return (
    <Block
      className="overview-map"
      title={title}
      aside={text('mapTotal', {
        waiting: shownNumber(count, text.language),
        share: shownShare(count, passage.of),
      })}
    >
      {outlines ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <OutlineMap overview={overview} step={step} chosen={chosen} onChoose={onChoose} />
        </Suspense>
      ) : (
        <TileMap overview={overview} step={step} chosen={chosen} onChoose={onChoose} />
      )}
      <MapKey step={step} note={outlines ? undefined : text.pick(overview.tilesNote)} />
      {overview.parts.every((part) => shownOf(part, step).share !== undefined) ? null : (
        <p className="small quiet">{text('mapEmptyKey')}</p>
      )}
      {overview.boundaries ? (
        <p className="no-print">
          <button type="button" className="link small" onClick={() => setOutlines(!outlines)}>
            {text(outlines ? 'asTiles' : 'asOutline')}
          </button>
        </p>
      ) : null}
      <Chosen part={chosen} step={step} level={level} />
    </Block>
  );
}

function MapKey({
  step,
  note,
}: {
  readonly step: RegisterStep;
  readonly note: string | undefined;
}) {
  const text = useText(overviewTexts);
  return (
    <div className="map-key small quiet">
      <div className="map-cuts" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((shade) => (
          <span key={shade} style={{ background: `var(--ramp-${shade})` }} />
        ))}
        {cuts[step].map((cut, index) => (
          <small key={cut} style={{ left: `${(index + 1) * 20}%` }}>
            {exactNumber(cut * 100)}
            {index === 3 ? '%' : ''}
          </small>
        ))}
      </div>
      {note === undefined ? null : (
        <>
          <span>{text('mapCorner')}</span>
          <span className="map-note">{note}</span>
        </>
      )}
    </div>
  );
}

function Chosen({
  part,
  step,
  level,
}: {
  readonly part: Part | undefined;
  readonly step: RegisterStep;
  readonly level: string;
}) {
  const text = useText(overviewTexts);
  if (part === undefined) {
    return <p className="small quiet no-print">{text('choose', { level })}</p>;
  }
  const { count } = shownOf(part, step);
  const who = step === 'LISTED' ? 'reached' : 'waiting';
  return (
    <p className="map-chosen no-print">
      <Link to="/overview" search={(before) => ({ ...before, area: part.code })} className="button">
        {text('enter', { name: shortNameOf(part.name) })}
      </Link>
      <ListLink
        area={part.code}
        filter={{ stage: listStages(step, who) }}
        count={count}
        className="link"
      >
        {step === 'LISTED'
          ? text('seeLISTED', { count: exactNumber(count) })
          : text('chosenList', { wait: text(`wait${step}`), count: exactNumber(count) })}
      </ListLink>
    </p>
  );
}
