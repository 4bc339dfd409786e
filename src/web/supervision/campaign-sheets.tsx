// The three acts of a round that cannot be taken back, each with its consequence in a sentence.
import { type FormEvent, useState } from 'react';
import type { Campaign } from '#contract/supervision.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { sampleTexts } from './sample-texts.ts';
import { staleChecks } from './stale-checks.ts';

interface SheetProps {
  readonly one: Campaign;
  readonly onClose: () => void;
}

export function DrawSheet({ one, onClose }: SheetProps) {
  const text = useText(sampleTexts);
  const [word, setWord] = useState('');
  const draw = useWrite('POST /api/supervision/campaigns/:id/draw', {
    stale: staleChecks,
    onDone: onClose,
  });
  const problem = useExplanation(draw.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draw.mutate({ params: { id: one.id }, body: { word: word.trim() } });
  };
  return (
    <Sheet title={text('drawTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('drawLead')}</p>
        <Field label={text('word')} hint={text('wordHint')} problem={problem}>
          <input
            className="input"
            maxLength={60}
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={draw.isPending}>
            {text('drawEnter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function JoinSheet({ one, onClose }: SheetProps) {
  const text = useText(sampleTexts);
  const [code, setCode] = useState('');
  const join = useWrite('POST /api/supervision/campaigns/:id/raters', {
    stale: staleChecks,
    onDone: onClose,
  });
  const problem = useExplanation(join.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate({ params: { id: one.id }, body: { code: code.trim() } });
  };
  return (
    <Sheet title={text('joinTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('joinLead')}</p>
        <Field label={text('code')} problem={problem}>
          <input
            className="input"
            inputMode="numeric"
            autoComplete="off"
            required
            minLength={4}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={join.isPending}>
            {text('joinEnter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function CloseSheet({ one, onClose }: SheetProps) {
  const text = useText(sampleTexts);
  const [reason, setReason] = useState('');
  const close = useWrite('POST /api/supervision/campaigns/:id/closing', {
    stale: staleChecks,
    onDone: onClose,
  });
  const problem = useExplanation(close.error);
  const isShort = one.compares !== 'observers' && one.scored < one.due;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate({ params: { id: one.id }, body: { reason: reason.trim() } });
  };
  return (
    <Sheet title={text('closeTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('closeLead')}</p>
        {isShort ? (
          <Field label={text('closeReason')} problem={problem}>
            <input
              className="input"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        ) : problem === undefined ? null : (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={close.isPending}>
            {text('closeEnter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
