// Opens a round: name, process, round of the pack, and whom it checks.

import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { useWrite } from '#web/client/read.ts';
import { BudgetWarning } from '#web/insight/burden/budget-warning.tsx';
import { useText } from '#web/text/catalogue.ts';
import { AreaName } from '#web/ui/area-name.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { type Asked, ChoiceWords, ChosenCount, useChosen } from './campaign-choice.tsx';
import { campaignTexts } from './campaign-texts.ts';

interface Named {
  readonly id: string;
  readonly title: Bilingual;
}

interface BeginCampaignProps {
  readonly area: string;
  readonly processes: readonly Named[];
  readonly rounds: readonly (Named & { readonly verified: boolean })[];
  /** Another page found whom to look at; absent where stages are chosen here. */
  readonly chosen?: Asked | undefined;
  readonly onClose: () => void;
}

const choices = ['LISTED', 'SURVEYED'] as const;

export function BeginCampaignSheet({
  area,
  processes,
  rounds,
  chosen,
  onClose,
}: BeginCampaignProps) {
  const text = useText(campaignTexts);
  const navigate = useNavigate();
  const usual = processes.find(({ id }) => id === 'recheck') ?? processes[0];
  const [title, setTitle] = useState('');
  const [process, setProcess] = useState(usual?.id ?? '');
  const [round, setRound] = useState(rounds[0]?.id ?? '');
  const [whom, setWhom] = useState<readonly (typeof choices)[number][]>(['LISTED']);
  const begin = useWrite('POST /api/casework/campaigns', {
    stale: ['GET /api/casework/campaigns'],
    onDone: ({ id }) => void navigate({ to: '/campaigns/$id', params: { id } }),
  });
  const problem = useExplanation(begin.error);
  const asked: Asked = chosen ?? { stages: whom };
  const counted = useChosen({ area, process, asked });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { filter, source } = asked;
    const body = {
      area,
      title: title.trim(),
      process,
      ...(chosen === undefined ? { stages: [...whom] } : {}),
      ...(filter === undefined ? {} : { filter: sentFilter(filter) }),
      ...(source === undefined ? {} : { source }),
    };
    begin.mutate({ body: round === '' ? body : { ...body, round } });
  };
  return (
    <Sheet title={text('begin')} onClose={onClose}>
      <form onSubmit={submit}>
        <p>
          <span className="quiet">{text('area')}</span>{' '}
          <strong>
            <AreaName code={area} />
          </strong>
        </p>
        <Field label={text('name')} hint={text('nameHint')}>
          <input
            className="input"
            required
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label={text('process')}>
          <select
            className="input"
            value={process}
            onChange={(event) => setProcess(event.target.value)}
          >
            {processes.map((one) => (
              <option key={one.id} value={one.id}>
                {text.pick(one.title)}
              </option>
            ))}
          </select>
        </Field>
        {rounds.length === 0 ? (
          <p className="field-hint">{text('roundNone')}</p>
        ) : (
          <Field label={text('round')}>
            <select
              className="input"
              value={round}
              onChange={(event) => setRound(event.target.value)}
            >
              {rounds.map((one) => (
                <option key={one.id} value={one.id}>
                  {text.pick(one.title)}
                  {one.verified ? '' : ` · ${text('unverified')}`}
                </option>
              ))}
            </select>
          </Field>
        )}
        {chosen === undefined ? (
          <fieldset className="field">
            <legend className="field-label">{text('whom')}</legend>
            {choices.map((choice) => (
              <label key={choice} className="campaign-whom">
                <input
                  type="checkbox"
                  checked={whom.includes(choice)}
                  onChange={({ target }) =>
                    setWhom(
                      target.checked ? [...whom, choice] : whom.filter((one) => one !== choice),
                    )
                  }
                />{' '}
                {text(`whom_${choice}`)}
              </label>
            ))}
          </fieldset>
        ) : (
          <p className="campaign-chosen">
            <ChoiceWords choice={counted.data?.choice ?? null} area={area} />
          </p>
        )}
        <ChosenCount read={counted} />
        {chosen !== undefined || whom.length === 0 ? null : (
          <BudgetWarning query={{ area, of: 'campaign', process, stages: whom.join(',') }} />
        )}
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={begin.isPending || !((counted.data?.opens ?? 0) > 0)}
          >
            {text('start')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function sentFilter(filter: NonNullable<Asked['filter']>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
