// The changes of a county's areas, oldest first; each can be tried, then applied.
import { Fragment, useState } from 'react';
import type { AreaRevisionItem, RevisionEffect } from '#contract/registry-areas.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay, shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { areasTexts } from './areas-texts.ts';

export function AreaRevisions({ area }: { readonly area: string }) {
  const text = useText(areasTexts);
  const read = useRead('GET /api/registry/areas/:area/revisions', { params: { area } });
  return (
    <Block title={text('revisions')} aside={text('revisionsNote')}>
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.data?.items.length === 0 ? <p className="quiet">{text('revisionsEmpty')}</p> : null}
      <ol className="revisions">
        {(read.data?.items ?? []).map((revision) => (
          <Revision
            key={revision.id}
            area={area}
            revision={revision}
            names={read.data?.names ?? {}}
          />
        ))}
      </ol>
    </Block>
  );
}

function Revision({
  area,
  revision,
  names,
}: {
  readonly area: string;
  readonly revision: AreaRevisionItem;
  readonly names: Readonly<Record<string, string>>;
}) {
  const text = useText(areasTexts);
  const may = useMay();
  const { language } = text;
  const when =
    revision.on !== null
      ? text('on', { day: shownDay(revision.on, language) })
      : revision.after !== null
        ? text('between', {
            after: shownDay(revision.after, language),
            by: shownDay(revision.by, language),
          })
        : text('unknownDay', { by: shownDay(revision.by, language) });
  return (
    <li>
      <p>
        <strong>{text(revision.kind)}</strong>{' '}
        <span className="quiet">
          <WholeDays>{when}</WholeDays>
        </span>{' '}
        {revision.verified ? null : (
          <Chip meaning="unknown" title={revision.source}>
            {text('unverified')}
          </Chip>
        )}
      </p>
      <p>
        <Named codes={revision.from} names={names} between={text.marks.list} />
        {revision.from.length > 0 && revision.to.length > 0 ? ' → ' : ''}
        <Named codes={revision.to} names={names} between={text.marks.list} />
      </p>
      <p className="quiet small">{text.pick(revision.note)}</p>
      {revision.appliedAt !== null ? (
        <Chip meaning="done">
          {text('applied', { when: shownInstant(revision.appliedAt, language) })}
        </Chip>
      ) : may('registry.areas') && revision.from.length > 0 ? (
        <Application area={area} revision={revision} />
      ) : null}
    </li>
  );
}

/** An area by its name, its code beside it. */
function Named({
  codes,
  names,
  between,
}: {
  readonly codes: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly between: string;
}) {
  return codes.map((code, at) => (
    <Fragment key={code}>
      {at === 0 ? null : between}
      {names[code]} <span className={names[code] === undefined ? '' : 'quiet small'}>{code}</span>
    </Fragment>
  ));
}

function Application({
  area,
  revision,
}: {
  readonly area: string;
  readonly revision: AreaRevisionItem;
}) {
  const text = useText(areasTexts);
  const [accepted, setAccepted] = useState(false);
  const [places, setPlaces] = useState<Readonly<Record<string, string>>>({});
  const run = useWrite('POST /api/registry/areas/:area/revisions/:revision/application', {
    stale: ['GET /api/registry/areas/:area/revisions', 'GET /api/insight/overview'],
  });
  const problem = useExplanation(run.error);
  const effect = run.data;
  const ask = (dryRun: boolean) =>
    run.mutate({
      params: { area, revision: revision.id },
      body: { dryRun, acceptUnverified: accepted, assignments: { ...places } },
    });
  return (
    <div className="application">
      <button type="button" className="button" disabled={run.isPending} onClick={() => ask(true)}>
        {text('dryRun')}
      </button>
      {problem === undefined ? null : <p className="notice problem">{problem}</p>}
      {effect === undefined ? null : <Effect effect={effect} places={places} onPlace={setPlaces} />}
      {effect === undefined || effect.applied ? null : (
        <p className="application-act">
          {revision.verified ? null : (
            <label>
              <input
                type="checkbox"
                checked={accepted}
                onChange={(event) => setAccepted(event.target.checked)}
              />{' '}
              {text('accept')}
            </label>
          )}
          <button
            type="button"
            className="button"
            disabled={run.isPending || (!revision.verified && !accepted)}
            onClick={() => ask(false)}
          >
            {text('apply')}
          </button>
        </p>
      )}
    </div>
  );
}

function Effect({
  effect,
  places,
  onPlace,
}: {
  readonly effect: RevisionEffect;
  readonly places: Readonly<Record<string, string>>;
  readonly onPlace: (places: Readonly<Record<string, string>>) => void;
}) {
  const text = useText(areasTexts);
  const moved = effect.moved.reduce((sum, one) => sum + one.households, 0);
  if (effect.applied) return <p aria-live="polite">{text('done', { count: moved })}</p>;
  return (
    <div aria-live="polite">
      {moved === 0 && effect.open.length === 0 ? <p>{text('movedNone')}</p> : null}
      {effect.moved.map((one) => (
        <p key={`${one.from}${one.to}`}>
          {text('moved', { from: one.from, to: one.to, count: one.households })}
        </p>
      ))}
      {effect.open.map((one) => (
        <label key={one.from} className="open-place">
          {text('open', { name: one.name, code: one.from, count: one.households })}
          <select
            className="input"
            aria-label={text('openPlace')}
            value={places[one.from] ?? ''}
            onChange={(event) => onPlace({ ...places, [one.from]: event.target.value })}
          >
            <option value="">—</option>
            {one.candidates.map((candidate) => (
              <option key={candidate}>{candidate}</option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
