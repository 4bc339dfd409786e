// Trials that were saved with their reasons: who, when, the numbers of then; opening one runs it on the
// register of now.

import type { TrialHead } from '#contract/insight-simulation.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { packName } from '#web/policy/pack-name.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { trialListTexts } from './trial-list-texts.ts';

interface SavedTrialsProps {
  readonly area: string | undefined;
  readonly onOpen: (trial: TrialHead) => void;
}

export function SavedTrials({ area, onOpen }: SavedTrialsProps) {
  const text = useText(trialListTexts);
  const read = useRead('GET /api/insight/trials', { query: { area, limit: 20 } });
  const remove = useWrite('DELETE /api/insight/trials/:id', {
    stale: ['GET /api/insight/trials'],
  });
  const problem = useExplanation(read.error ?? remove.error);
  const items = read.data?.items ?? [];
  return (
    <Block title={text('saved')} aside={text('savedAside')} className="saved-trials">
      <Problem>{problem}</Problem>
      {read.data !== undefined && items.length === 0 ? (
        <p className="quiet">{text('savedEmpty')}</p>
      ) : null}
      <ul>
        {items.map((trial) => (
          <li key={trial.id}>
            <p>
              <strong>{trial.name}</strong>{' '}
              <span className="quiet small">
                <WholeDays>
                  {text('savedBy', {
                    author: trial.author,
                    when: shownInstant(trial.savedAt, text.language),
                  })}
                </WholeDays>
              </span>
            </p>
            <p>{trial.reasons}</p>
            <p className="quiet small">
              {text('savedNumbers', {
                enters: exactNumber(trial.enters.households),
                leaves: exactNumber(trial.leaves.households),
                listed: exactNumber(trial.listed.households),
              })}
              <br />
              <WholeDays>
                {text('savedRules', {
                  area: trial.area.name,
                  pack: packName(text, trial.pack),
                  on: trial.on,
                })}
              </WholeDays>
            </p>
            <p className="no-print">
              <button type="button" className="link" onClick={() => onOpen(trial)}>
                {text('open')}
              </button>{' '}
              {trial.own ? (
                <button
                  type="button"
                  className="link"
                  disabled={remove.isPending}
                  onClick={() => {
                    if (window.confirm(text('removeSure', { name: trial.name }))) {
                      remove.mutate({ params: { id: trial.id } });
                    }
                  }}
                >
                  {text('remove')}
                </button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}
