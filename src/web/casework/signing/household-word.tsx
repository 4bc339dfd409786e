// The household's own word: a code it takes on its page, and the form of whoever enters its word with that
// code, a voice record or a thumb-print.

import { type FormEvent, useState } from 'react';
import type { Case, Confirmation } from '#contract/casework.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { staleCases } from '../stale-cases.ts';
import { signingTexts } from './signing-texts.ts';

type Open = NonNullable<Case['open']>;
const proofs = ['code', 'voice', 'thumbprint'] as const;
type ProofKind = (typeof proofs)[number];

export function TakeCode({ one }: { readonly one: Case }) {
  const text = useText(signingTexts);
  const take = useWrite('POST /api/casework/cases/:id/code', { stale: [] });
  const problem = useExplanation(take.error);
  return (
    <Block title={text('takeCode')}>
      <p>{text('takeCodeHint')}</p>
      {take.data === undefined ? (
        <button
          type="button"
          className="button"
          disabled={take.isPending}
          onClick={() => take.mutate({ params: { id: one.id } })}
        >
          {text('takeCode')}
        </button>
      ) : (
        <p role="status">
          {text('codeIs')} <output className="household-code">{take.data.code}</output>{' '}
          <small className="quiet">
            {text('codeUntil', { until: shownInstant(take.data.until, text.language) })}
          </small>
        </p>
      )}
      <Problem>{problem}</Problem>
    </Block>
  );
}

export function HouseholdWord({ one, open }: { readonly one: Case; readonly open: Open }) {
  const text = useText(signingTexts);
  const [agrees, setAgrees] = useState(true);
  const [by, setBy] = useState<ProofKind>('code');
  const [code, setCode] = useState('');
  const [attachment, setAttachment] = useState('');
  const [reason, setReason] = useState('');
  const act = useWrite('POST /api/casework/cases/:id/acts', { stale: staleCases });
  const problem = useExplanation(act.error);
  const [agreed, refused] = [open.outcomes[0], open.outcomes.find((each) => each.needsReason)];
  const isReady = agrees
    ? by === 'code'
      ? code.trim() !== ''
      : attachment !== ''
    : reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const outcome = agrees ? agreed?.id : refused?.id;
    if (outcome === undefined || !isReady) return;
    const confirmation: Confirmation = by === 'code' ? { by, code } : { by, attachment };
    act.mutate({
      params: { id: one.id },
      body: {
        seen: one.position,
        step: open.id,
        outcome,
        capacity: 'HOUSEHOLD',
        ...(agrees ? { confirmation } : { reason: reason.trim() }),
      },
    });
  };
  return (
    <Block title={text('word')}>
      <form className="no-print household-word" onSubmit={submit}>
        <p className="quiet">{text('wordHint')}</p>
        <fieldset className="case-outcomes">
          <legend className="visually-hidden">{text('word')}</legend>
          {[true, false].map((each) => (
            <label key={String(each)}>
              <input
                type="radio"
                name="word"
                checked={agrees === each}
                onChange={() => setAgrees(each)}
              />
              <span>{text(each ? 'wordAgrees' : 'wordRefuses')}</span>
            </label>
          ))}
        </fieldset>
        {agrees ? (
          <>
            <Field label={text('by')}>
              <select
                className="input"
                value={by}
                onChange={(event) =>
                  setBy(proofs.find((each) => each === event.target.value) ?? 'code')
                }
              >
                {proofs.map((each) => (
                  <option key={each} value={each}>
                    {text(`by_${each}`)}
                  </option>
                ))}
              </select>
            </Field>
            {by === 'code' ? (
              <Field label={text('code')}>
                <input
                  className="input"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={8}
                  value={code}
                  onChange={(event) => setCode(event.target.value)}
                />
              </Field>
            ) : (
              <RecordChoice one={one} by={by} value={attachment} onChoose={setAttachment} />
            )}
          </>
        ) : (
          <Field label={text('reason')}>
            <textarea
              className="input"
              rows={2}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        )}
        <Problem>{problem}</Problem>
        <p>
          <button type="submit" className="button" disabled={!isReady || act.isPending}>
            {text('enter')}
          </button>
        </p>
      </form>
    </Block>
  );
}

interface RecordChoiceProps {
  readonly one: Case;
  readonly by: Exclude<ProofKind, 'code'>;
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

function RecordChoice({ one, by, value, onChoose }: RecordChoiceProps) {
  const text = useText(signingTexts);
  const files = useRead('GET /api/registry/households/:id/attachments', {
    params: { id: one.household ?? '' },
    query: { subject: `case:${one.id}` },
  });
  const fitting = (files.data?.items ?? []).filter(
    ({ kind }) => (kind === 'recording') === (by === 'voice'),
  );
  if (fitting.length === 0) return <p className="notice">{text('fileNone')}</p>;
  return (
    <Field label={text('file')}>
      <select className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{text('choose')}</option>
        {fitting.map((file) => (
          <option key={file.id} value={file.id}>
            {file.fileName}
          </option>
        ))}
      </select>
    </Field>
  );
}
