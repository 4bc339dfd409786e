// The village answers: each hit is so, or it is rebutted with the papers that were seen.

import { type FormEvent, useState } from 'react';
import type { Lead } from '#contract/targeting-leads.ts';
import { itIsSo } from '#domain/targeting/comparison/lead.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { comparisonTexts } from './comparison-texts.ts';
import { staleLeads } from './stale-leads.ts';

export function AnswerForm({ lead }: { readonly lead: Lead }) {
  const text = useText(comparisonTexts);
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const answer = useWrite('POST /api/targeting/leads/:id/answer', { stale: staleLeads });
  const problem = useExplanation(answer.error);
  const complete = lead.items.every(({ id }) => said[id] !== undefined);
  const rebuts = Object.values(said).some((one) => one !== itIsSo);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answers = Object.entries(said).map(([hit, one]) => ({ hit, answer: one }));
    const body = { seen: lead.position, answers, evidence, reason };
    answer.mutate({ params: { id: lead.id }, body });
  };
  const unverified = lead.rebuttals.some(({ verified }) => !verified);
  return (
    <Block
      title={text('answerTitle')}
      aside={unverified ? <Chip meaning="unknown">{text('unverified')}</Chip> : undefined}
    >
      <form className="no-print" onSubmit={submit}>
        {lead.items.map((hit) => (
          <fieldset key={hit.id} className="lead-choices">
            <legend className="field-label">
              {text('answerOf', {
                name: hit.person.name,
                object: `${text.pick(hit.kind.title)} ${hit.object}`,
              })}
            </legend>
            {[
              { id: itIsSo, title: text('itIsSo'), hint: text('itIsSoText') },
              ...lead.rebuttals.map(({ id, title, text: hint }) => ({
                id,
                title: text.pick(title),
                hint: text.pick(hint),
              })),
            ].map((choice) => (
              <label key={choice.id}>
                <input
                  type="radio"
                  name={hit.id}
                  value={choice.id}
                  checked={said[hit.id] === choice.id}
                  onChange={() => setSaid({ ...said, [hit.id]: choice.id })}
                />
                <span>
                  {choice.title} <small className="quiet">{choice.hint}</small>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
        <Field label={text('evidence')} hint={text('evidenceHint')}>
          <textarea
            className="input"
            rows={2}
            maxLength={1000}
            required={rebuts}
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
        </Field>
        <Field label={text('remark')}>
          <input
            className="input"
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p>
          <button type="submit" className="button primary" disabled={answer.isPending || !complete}>
            {text('enter')}
          </button>
        </p>
      </form>
    </Block>
  );
}
