// The queue by clock: what waits, for whom, since when and until when; the latest first.

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { CaseCount } from '#contract/casework.ts';
import { clockColours } from '#domain/casework/case-clock.ts';
import { useMay, useSeesAll } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { FilterSentence } from '#web/ui/filter-sentence.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { NothingFound } from '#web/ui/nothing-found.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { BatchBar } from './batch-bar.tsx';
import { batchTexts } from './batch-texts.ts';
import { CaseCards, CaseTable } from './case-rows.tsx';
import { readCaseSearch } from './case-search.ts';
import { caseTexts } from './case-texts.ts';
import { nominationTexts } from './nominations/nomination-texts.ts';
import { PastBatches } from './past-batches.tsx';
import { StepCounts } from './step-counts.tsx';
import { useSelection } from './use-selection.ts';
import './casework.css';

export function CaseListPage() {
  const text = useText(caseTexts);
  const narrow = useNarrow();
  const { area, process, step, colour, ...search } = useSearch({ from: '/frame/cases' });
  const may = useMay();
  // For whom no step can wait there is no list of their own.
  const whose = search.whose ?? (may('casework.act') ? ('mine' as const) : ('all' as const));
  const query = { area, whose, process, step, colour };
  const cases = usePages('GET /api/casework/cases', { query });
  const counts = useRead('GET /api/casework/counts', { query: { area, whose } });
  const items = counts.data?.items ?? [];
  const none = !cases.isPending && cases.error === null && cases.items.length === 0;
  const list = `${area ?? ''} ${whose} ${process ?? ''} ${step ?? ''} ${colour ?? ''}`;
  const chosen = useSelection(list);
  const selection = may('casework.act') ? chosen : undefined;
  const atStep = items.find((one) => one.process.id === process && one.step.id === step);
  const filtered = process !== undefined || step !== undefined || colour !== undefined;
  return (
    <div className="page cases">
      <PageHead
        title={text('title')}
        note={
          items.length === 0
            ? undefined
            : text(lateOf(items) === 0 ? 'leadInTime' : 'lead', {
                count: sumOf(items),
                late: exactNumber(lateOf(items)),
              })
        }
        actions={may('casework.act') ? <ToMeeting area={area} /> : undefined}
      />
      <QueueFilter counts={items} whose={whose} hasOwn={may('casework.act')} />
      {cases.error === null ? null : <ErrorState error={cases.error} retry={cases.refetch} />}
      {cases.isPending ? <Skeleton lines={8} /> : null}
      {none ? <NothingWaits filtered={filtered} mine={whose === 'mine'} /> : null}
      {cases.items.length === 0 ? null : narrow ? (
        <CaseCards cases={cases.items} selection={selection} />
      ) : (
        <CaseTable cases={cases.items} selection={selection} />
      )}
      {selection === undefined ? null : (
        <BatchBar
          cases={cases.items}
          selection={selection}
          atStep={
            atStep === undefined
              ? undefined
              : { count: atStep, total: colour === undefined ? totalOf(atStep) : atStep[colour] }
          }
        />
      )}
      <MoreButton list={cases}>{text('more')}</MoreButton>
      {items.length === 0 ? null : <StepCounts counts={items} />}
      {may('casework.act') ? <PastBatches /> : null}
    </div>
  );
}

/** Where the rules let a meeting look at many households at once, whoever holds it enters it there. */
function ToMeeting({ area }: { readonly area: string | undefined }) {
  const text = useText(nominationTexts);
  const { data } = useRead('GET /api/casework/nominees', { query: { area } });
  if (data?.meeting?.mayAct !== true) return null;
  return (
    <Link to="/nominations" className="button">
      {text('open')}
    </Link>
  );
}

function sumOf(counts: readonly CaseCount[]): number {
  return counts.reduce((sum, one) => sum + totalOf(one), 0);
}

function lateOf(counts: readonly CaseCount[]): number {
  return counts.reduce((sum, { overdue }) => sum + overdue, 0);
}

function totalOf({ overdue, soon, onTime, noClock }: CaseCount): number {
  return overdue + soon + onTime + noClock;
}

function NothingWaits({ filtered, mine }: { readonly filtered: boolean; readonly mine: boolean }) {
  const text = useText(caseTexts);
  const mayAct = useMay()('casework.act');
  const seesAll = useSeesAll();
  if (filtered) return <NothingFound title={text('filteredEmpty')} />;
  return (
    <EmptyState
      title={text(mine ? 'emptyMineTitle' : 'emptyAllTitle')}
      text={text(mine ? 'emptyMineText' : mayAct ? 'emptyAllText' : 'emptyReadText')}
      action={
        mine ? (
          <Link to="/cases" search={(before) => ({ ...before, whose: 'all' })} className="button">
            {text(seesAll ? 'showAll' : 'allOwn')}
          </Link>
        ) : !mayAct ? undefined : (
          <Link to="/households" className="button">
            {text('toHouseholds')}
          </Link>
        )
      }
    />
  );
}

interface QueueFilterProps {
  readonly counts: readonly CaseCount[];
  readonly whose: 'mine' | 'all';
  readonly hasOwn: boolean;
}

function QueueFilter({ counts, whose, hasOwn }: QueueFilterProps) {
  const text = useText(caseTexts);
  const navigate = useNavigate();
  // A helper is shown the households they answer for and no others of the area.
  const all = useSeesAll() ? 'all' : 'allOwn';
  const { process, step, colour } = useSearch({ from: '/frame/cases' });
  const go = (part: object) =>
    void navigate({ to: '/cases', search: (before) => ({ ...before, ...part }) });
  const processTitle = counts.find((one) => one.process.id === process)?.process.title;
  const stepTitle = counts.find((one) => one.step.id === step)?.step.title;
  return (
    <div className="case-filter">
      {hasOwn ? (
        <nav className="tabs no-print" aria-label={text('whose')}>
          {([undefined, 'all'] as const).map((one) => (
            <Link
              key={one ?? 'mine'}
              to="/cases"
              search={(before) => ({ ...before, whose: one })}
              activeOptions={{ exact: true }}
              aria-current={(one ?? 'mine') === whose ? 'page' : undefined}
            >
              {text(one === undefined ? 'mine' : all)}
            </Link>
          ))}
        </nav>
      ) : null}
      <StepChoice counts={counts} />
      <select
        className="input no-print"
        aria-label={text('colour')}
        value={colour ?? ''}
        onChange={(event) => go({ colour: readCaseSearch({ colour: event.target.value }).colour })}
      >
        <option value="">{text('colour_all')}</option>
        {clockColours.map((one) => (
          <option key={one} value={one}>
            {text(`colour_${one}`)}
          </option>
        ))}
      </select>
      {process === undefined && step === undefined && colour === undefined ? null : (
        <FilterSentence
          lead={text(whose === 'mine' ? 'mine' : all)}
          parts={[
            ...(process === undefined
              ? []
              : [
                  {
                    key: 'process',
                    text: processTitle === undefined ? process : text.pick(processTitle),
                    onRemove: () => go({ process: undefined, step: undefined }),
                  },
                ]),
            ...(step === undefined
              ? []
              : [
                  {
                    key: 'step',
                    text: stepTitle === undefined ? step : text.pick(stepTitle),
                    onRemove: () => go({ step: undefined }),
                  },
                ]),
            ...(colour === undefined
              ? []
              : [
                  {
                    key: 'colour',
                    text: text(`colour_${colour}`),
                    onRemove: () => go({ colour: undefined }),
                  },
                ]),
          ]}
          onClear={() => go({ process: undefined, step: undefined, colour: undefined })}
        />
      )}
    </div>
  );
}

/** One step at a time: what a batch can decide together. */
function StepChoice({ counts }: { readonly counts: readonly CaseCount[] }) {
  const text = useText(batchTexts);
  const navigate = useNavigate();
  const { process, step } = useSearch({ from: '/frame/cases' });
  const keyOf = (one: CaseCount) => `${one.process.id} ${one.step.id}`;
  const go = (key: string) => {
    const one = counts.find((each) => keyOf(each) === key);
    const part = { process: one?.process.id, step: one?.step.id };
    void navigate({ to: '/cases', search: (before) => ({ ...before, ...part }) });
  };
  const here = counts.find((one) => one.process.id === process && one.step.id === step);
  return (
    <select
      className="input no-print"
      aria-label={text('stepFilter')}
      title={text('keys')}
      value={here === undefined ? '' : keyOf(here)}
      onChange={(event) => go(event.target.value)}
    >
      <option value="">{text('stepAll')}</option>
      {counts.map((one) => (
        <option key={keyOf(one)} value={keyOf(one)}>
          {text.pick(one.step.title)} · {totalOf(one)}
        </option>
      ))}
    </select>
  );
}
