// Begins a draft from a pack: a new version of one's own, or rules of one's own on top of one from above.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PackDocument } from '#contract/policy.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { draftTexts } from './texts.ts';

export function BeginDraft({ summary }: Pick<PackDocument, 'summary'>) {
  const text = useText(draftTexts);
  const may = useMay();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const own = me.area.code;
  const isOwn = summary.area !== '' && summary.area.startsWith(own);
  const isAbove = own.startsWith(summary.area) && own !== summary.area;
  if (!may('policy.draft') || (!isOwn && !isAbove)) return null;
  return (
    <>
      <button type="button" className="button primary" onClick={() => setOpen(true)}>
        {text('begin')}
      </button>
      {isOpen ? (
        <BeginSheet pack={summary.id} isOwn={isOwn} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

interface BeginSheetProps {
  readonly pack: string;
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

function BeginSheet({ pack, isOwn, onClose }: BeginSheetProps) {
  const text = useText(draftTexts);
  const navigate = useNavigate();
  const begin = useWrite('POST /api/policy/drafts', {
    stale: ['GET /api/policy/drafts'],
    onDone: ({ summary: { id } }) => void navigate({ to: '/packs/drafts/$id', params: { id } }),
  });
  const problem = useExplanation(begin.error);
  const [form, setForm] = useState({ day: '', reason: '', id: '', zh: '', en: '' });
  const change = (more: Partial<typeof form>) => setForm({ ...form, ...more });
  const send = () => {
    const { day, reason, id, zh, en } = form;
    const own = isOwn ? {} : { own: { id, title: { zh, en: en.trim() === '' ? zh : en } } };
    begin.mutate({ body: { pack, takesEffect: day, reason, ...own } });
  };
  return (
    <Sheet
      title={text('beginTitle')}
      onClose={onClose}
      foot={
        <button
          type="submit"
          form="begin-draft"
          className="button primary"
          disabled={begin.isPending || form.day === ''}
        >
          {text('beginNow')}
        </button>
      }
    >
      <form
        id="begin-draft"
        className="draft-act"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>{text(isOwn ? 'beginVersion' : 'beginOwn')}</p>
        {isOwn ? null : (
          <>
            <Field label={text('ownId')} hint={text('ownIdHint')}>
              <input
                className="input"
                required
                pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
                value={form.id}
                onChange={(event) => change({ id: event.target.value })}
              />
            </Field>
            <Field label={text('ownTitleZh')}>
              <input
                className="input"
                required
                value={form.zh}
                onChange={(event) => change({ zh: event.target.value })}
              />
            </Field>
            <Field label={text('ownTitleEn')}>
              <input
                className="input"
                lang="en"
                value={form.en}
                onChange={(event) => change({ en: event.target.value })}
              />
            </Field>
          </>
        )}
        <Field label={text('takesEffect')} hint={text('takesEffectHint')}>
          <DayInput required value={form.day} onChange={(day) => change({ day })} />
        </Field>
        <Field label={text('reason')} hint={text('reasonHint')} problem={problem}>
          <textarea
            className="input"
            rows={3}
            required
            minLength={2}
            value={form.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Field>
      </form>
    </Sheet>
  );
}
