// A clerk writes down who calls or comes, and reads number and receipt out to them.
import { type FormEvent, useState } from 'react';
import type { Notice } from '#contract/publicity.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { noticeTexts } from './notice-texts.ts';
import { staleNotices } from './stale-notices.ts';

export function TakeObjection({ one }: { readonly one: Notice }) {
  const text = useText(noticeTexts);
  const [open, setOpen] = useState(false);
  const [line, setLine] = useState('');
  const [said, setSaid] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const take = useWrite('POST /api/publicity/notices/:id/objections', {
    stale: staleNotices,
    onDone: () => {
      setOpen(false);
      setSaid('');
      setName('');
      setPhone('');
    },
  });
  const problem = useExplanation(take.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      text: said.trim(),
      ...(line === '' ? {} : { line: Number(line) }),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    };
    take.mutate({ params: { id: one.id }, body });
  };
  const given = take.data;
  if (!open) {
    return (
      <div className="no-print">
        {given === undefined ? null : (
          <p className="notice" role="status">
            {text('taken', { number: given.number, receipt: given.receipt, due: given.dueOn })}
          </p>
        )}
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {text('take')}
        </button>
      </div>
    );
  }
  return (
    <form className="no-print notice-form" onSubmit={submit}>
      <p className="quiet">{text('takeHint')}</p>
      <Field label={text('about')}>
        <select className="input" value={line} onChange={(event) => setLine(event.target.value)}>
          <option value="">{text('whole')}</option>
          {one.items.map((item) => (
            <option key={item.line} value={item.line}>
              {item.line} {item.headName ?? ''}
            </option>
          ))}
        </select>
      </Field>
      <Field label={text('said')} problem={problem}>
        <textarea
          className="input"
          rows={3}
          required
          minLength={4}
          maxLength={1000}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
        />
      </Field>
      <Field label={text('name')}>
        <input
          className="input"
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={text('phone')}>
        <input
          className="input"
          type="tel"
          maxLength={30}
          autoComplete="off"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </Field>
      <p>
        <button type="submit" className="button primary" disabled={take.isPending}>
          {text('enterObjection')}
        </button>
      </p>
    </form>
  );
}
