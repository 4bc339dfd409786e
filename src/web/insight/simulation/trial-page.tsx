// The page of a trial where there are rules to change: its state is the address, so that it can be sent.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { TrialRules } from '#contract/insight-simulation.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { packName } from '#web/policy/pack-name.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { MovedAreas } from './moved-areas.tsx';
import { MovedGroups } from './moved-groups.tsx';
import { NearMisses } from './near-misses.tsx';
import { SaveTrialSheet } from './save-trial-sheet.tsx';
import { SavedTrials } from './saved-trials.tsx';
import { SimulatedHouseholds } from './simulated-households.tsx';
import {
  changesIn,
  changesText,
  type SimulationSearch,
  type Slot,
  usualMargin,
} from './simulation-search.ts';
import { simulationTexts } from './simulation-texts.ts';
import { phraseOf, wordsOf } from './trial-changes.ts';
import { TrialCompare } from './trial-compare.tsx';
import { TrialControls } from './trial-controls.tsx';
import { TrialCost } from './trial-cost.tsx';
import { TrialErrors } from './trial-errors.tsx';
import { TrialFinding } from './trial-finding.tsx';
import { TrialHistogram } from './trial-histogram.tsx';
import { trialListTexts } from './trial-list-texts.ts';
import { type Opened, useTrial } from './use-trial.ts';

const none: readonly Change[] = [];

/** An answer to exactly these changes. */
function freshOf({ data, isPlaceholderData }: ReturnType<typeof useTrial>) {
  return isPlaceholderData ? undefined : data;
}

export function TrialPage({ rules }: { readonly rules: TrialRules }) {
  const text = useText(simulationTexts);
  const lists = useText(trialListTexts);
  const search = useSearch({ from: '/frame/simulations' });
  const navigate = useNavigate({ from: '/simulations' });
  const [opened, setOpened] = useState<Opened>();
  const [saving, setSaving] = useState(false);
  const { see = 'b', on, area, draft } = search;
  const b = useMemo(() => changesIn(search.b), [search.b]);
  const c = useMemo(() => changesIn(search.c), [search.c]);
  const asked = { area, on, draft, margin: search.margin ?? usualMargin };
  const changes = see === 'b' ? b : c;
  const isTried = (slot: readonly Change[]) => slot.length > 0 || draft !== undefined;
  const base = useTrial({ ...asked, draft: undefined }, none, true);
  const ofB = useTrial(asked, b, isTried(b));
  const ofC = useTrial(asked, c, isTried(c));
  const read = !isTried(changes) ? base : see === 'b' ? ofB : ofC;
  const trial = read.data ?? base.data;
  // What is shown may still be the answer to the changes before these.
  const isStale = read.data === undefined || read.isPlaceholderData;
  const words = wordsOf(text, rules, changes);
  const phrase = [draft === undefined ? '' : text('draft'), phraseOf(text, words)]
    .filter((part) => part !== '')
    .join(text('comma'));

  const go = (next: SimulationSearch) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const put = (slot: Slot, next: readonly Change[]) => go({ [slot]: changesText(next), see: slot });
  const { sheet, pack } = rules;

  return (
    <div className="page simulation">
      <PageHead
        title={text('titleOf', { sheet: sheet === null ? '' : text.pick(sheet.title) })}
        note={
          <>
            <WholeDays>
              {text('source', {
                pack: pack === null ? '' : packName(text, pack),
                on: rules.on,
                today: rules.today,
              })}
            </WholeDays>{' '}
            {sheet?.sample === true ? <Chip meaning="unknown">{text('sample')}</Chip> : null}
            {draft === undefined ? null : (
              <Chip meaning="neutral" title={text('draftHint')}>
                {text('draft')}
              </Chip>
            )}
            {sheet?.sample === false && !sheet.verified ? (
              <Chip meaning="unknown">{text('unverified')}</Chip>
            ) : null}
          </>
        }
        actions={
          <button
            type="button"
            className="button primary"
            disabled={changes.length === 0 || isStale || draft !== undefined}
            title={draft === undefined ? undefined : text('draftNotSaved')}
            onClick={() => setSaving(true)}
          >
            {text('save')}
          </button>
        }
      />
      {trial === undefined ? null : (
        <TrialFinding trial={trial} phrase={phrase} stale={isStale && read.error === null} />
      )}
      {rules.on === rules.today ? null : (
        <p className="notice">{text('pastRules', { on: rules.on, today: rules.today })}</p>
      )}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      <div className="simulation-body">
        <div className={`simulation-main ${isStale ? 'stale' : ''}`} aria-busy={isStale}>
          <TrialControls rules={rules} changes={changes} onChange={(next) => put(see, next)} />
          {trial === undefined && read.error === null ? <Skeleton lines={8} /> : null}
          {trial?.households === 0 ? (
            <EmptyState title={lists('emptyTitle')} text={lists('emptyText')} />
          ) : null}
          {trial === undefined || trial.households === 0 ? null : (
            <>
              <TrialHistogram trial={trial} onOpen={setOpened} />
              <div className="simulation-pair">
                <MovedAreas trial={trial} onOpen={setOpened} />
                <NearMisses
                  trial={trial}
                  asked={asked}
                  changes={changes}
                  onOpen={setOpened}
                  onMargin={(margin) => go({ margin })}
                />
              </div>
              <MovedGroups trial={trial} onOpen={setOpened} />
            </>
          )}
        </div>
        <aside className="simulation-side">
          {base.data === undefined ? null : (
            <TrialCompare
              rules={rules}
              base={base.data}
              variants={[
                { slot: 'b', changes: b, trial: isTried(b) ? freshOf(ofB) : base.data },
                { slot: 'c', changes: c, trial: isTried(c) ? freshOf(ofC) : base.data },
              ]}
              see={see}
              margin={asked.margin}
              onSee={(slot) => go({ see: slot })}
              onCopy={(from, to) => put(to, from === 'b' ? b : c)}
            />
          )}
          {trial === undefined ? null : (
            <>
              <TrialCost cost={trial.cost} />
              <TrialErrors errors={trial.errors} />
            </>
          )}
          <SavedTrials
            area={area}
            onOpen={(saved) =>
              void navigate({
                search: {
                  area: saved.area.code,
                  b: changesText(saved.changes),
                  see: 'b',
                  margin: saved.margin,
                  ...(saved.on === rules.today ? {} : { on: saved.on }),
                },
              })
            }
          />
          <div className="no-print">
            <Field label={text('onLabel')} hint={text('onHint')}>
              <DayInput
                value={rules.on}
                onChange={(day) => go({ on: day === '' || day === rules.today ? undefined : day })}
              />
            </Field>
          </div>
        </aside>
      </div>
      {opened === undefined ? null : (
        <SimulatedHouseholds
          asked={asked}
          changes={changes}
          opened={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
      {saving && trial !== undefined ? (
        <SaveTrialSheet
          asked={asked}
          area={trial.area.code}
          changes={changes}
          phrase={phrase}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </div>
  );
}
