// Somebody else decides, hit by hit, or sends the lead back for more.

import { type FormEvent, useState } from 'react';
import type { Lead } from '#contract/targeting-leads.ts';
import { type HitVerdict, hitVerdicts, itIsSo } from '#domain/targeting/comparison/lead.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { comparisonTexts } from './comparison-texts.ts';
import { staleLeads } from './stale-leads.ts';

export function DecideForm({ lead }: { readonly lead: Lead }) {
  const text = useText(comparisonTexts);
  const [verdicts, setVerdicts] = useState<Readonly<Record<string, HitVerdict>>>({});
  const [reason, setReason] = useState('');
  const decide = useWrite('POST /api/targeting/leads/:id/verdict', { stale: staleLeads });
  const problem = useExplanation(decide.error);
  const complete = lead.items.every(({ id }) => verdicts[id] !== undefined);
  const send = (said: { hit: string; verdict: HitVerdict }[] | undefined) => {
    const body = { seen: lead.position, reason, ...(said === undefined ? {} : { verdicts: said }) };
    decide.mutate({ params: { id: lead.id }, body });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(Object.entries(verdicts).map(([hit, verdict]) => ({ hit, verdict })));
  };
  const noReason = reason.trim() === '';
  return (
    <Block title={text('decideTitle')}>
      <form className="no-print" onSubmit={submit}>
        {lead.items.map((hit) => (
          <fieldset key={hit.id} className="lead-choices">
            <legend className="field-label">
              {text('answerOf', {
                name: hit.person.name,
                object: `${text.pick(hit.kind.title)} ${hit.object}`,
              })}{' '}
              <span className="quiet">
                {hit.answer === null || hit.answer.id === itIsSo
                  ? text('itIsSo')
                  : text.pick(hit.answer.title)}
              </span>
            </legend>
            {hitVerdicts.map((verdict) => (
              <label key={verdict}>
                <input
                  type="radio"
                  name={hit.id}
                  checked={verdicts[hit.id] === verdict}
                  onChange={() => setVerdicts({ ...verdicts, [hit.id]: verdict })}
                />
                <span>{text(`verdict_${verdict}`)}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <Field label={text('reason')} hint={text('reasonHint')}>
          <textarea
            className="input"
            rows={2}
            maxLength={1000}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p className="lead-acts">
          <button
            type="submit"
            className="button primary"
            disabled={decide.isPending || !complete || noReason}
          >
            {text('decide')}
          </button>
          <button
            type="button"
            className="button"
            disabled={decide.isPending || noReason}
            onClick={() => send(undefined)}
          >
            {text('sendBack')}
          </button>
        </p>
      </form>
    </Block>
  );
}
