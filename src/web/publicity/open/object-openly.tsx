// An objection from the public page: about one household or the list, named or not; then the two numbers
// that open the answer.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { NoticeContent } from '#contract/publicity.ts';
import { call } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { cellText } from '../notice-list.tsx';
import { openTexts } from './open-texts.ts';

interface Sent {
  readonly number: string;
  readonly receipt: string;
  readonly dueOn: string;
}

interface ObjectOpenlyProps {
  readonly code: string;
  readonly content: NoticeContent;
  /** Lines of the whole notice; the content may have the first of them alone. */
  readonly lines: number;
}

export function ObjectOpenly({ code, content, lines }: ObjectOpenlyProps) {
  const text = useText(openTexts);
  const [isOpen, setOpen] = useState(false);
  const [sent, setSent] = useState<Sent>();
  if (sent !== undefined) return <Received sent={sent} />;
  if (!isOpen) {
    return (
      <p>
        <button type="button" className="button primary open-wide" onClick={() => setOpen(true)}>
          {text('object')}
        </button>
      </p>
    );
  }
  return (
    <ObjectForm
      code={code}
      content={content}
      lines={lines}
      onSent={setSent}
      onCancel={() => setOpen(false)}
    />
  );
}

function ObjectForm({
  code,
  content,
  lines,
  onSent,
  onCancel,
}: ObjectOpenlyProps & {
  readonly onSent: (sent: Sent) => void;
  readonly onCancel: () => void;
}) {
  const text = useText(openTexts);
  const [line, setLine] = useState('');
  const [said, setSaid] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const body = {
      text: said.trim(),
      ...(line === '' ? {} : { line: Number(line) }),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    };
    call('POST /api/publicity/public/:code/objections', { params: { code }, body }).then(
      onSent,
      (error: unknown) => {
        setBusy(false);
        setProblem(error instanceof Error ? error.message : '');
      },
    );
  };
  return (
    <form onSubmit={submit} className="open-form">
      <Labelled
        name={text(
          content.subject === 'area'
            ? 'aboutArea'
            : content.subject === 'money'
              ? 'aboutRow'
              : 'about',
        )}
      >
        {content.lines.length < lines ? (
          <input
            className="input"
            type="number"
            inputMode="numeric"
            min={1}
            max={lines}
            placeholder={text('lineNumber', { count: lines })}
            value={line}
            onChange={(event) => setLine(event.target.value)}
          />
        ) : (
          <select className="input" value={line} onChange={(event) => setLine(event.target.value)}>
            <option value="">
              {text(
                content.subject === 'area'
                  ? 'aboutAllAreas'
                  : content.subject === 'money'
                    ? 'aboutAllRows'
                    : 'aboutAll',
              )}
            </option>
            {content.lines.map(({ number, cells }) => (
              <option key={number} value={number}>
                {text('lineOf', { number, name: cellText(cells[0] ?? null, text.language) })}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled name={text('said')} hint={text('saidHint')}>
        <textarea
          className="input"
          rows={5}
          required
          minLength={4}
          maxLength={1000}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
        />
      </Labelled>
      <Labelled name={text('name')}>
        <input
          className="input"
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Labelled>
      <Labelled name={text('tel')} hint={text('protect')}>
        <input
          className="input"
          type="tel"
          maxLength={30}
          autoComplete="off"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </Labelled>
      {problem === '' ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="open-acts">
        <button type="submit" className="button primary" disabled={busy}>
          {text('send')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </p>
    </form>
  );
}

function Received({ sent }: { readonly sent: Sent }) {
  const text = useText(openTexts);
  return (
    <div className="open-received" role="status">
      <h3>{text('sent')}</h3>
      <p>{text('sentText')}</p>
      <dl>
        <div>
          <dt>{text('no')}</dt>
          <dd>{sent.number}</dd>
        </div>
        <div>
          <dt>{text('receipt')}</dt>
          <dd>{sent.receipt}</dd>
        </div>
      </dl>
      <p>{text('due', { on: sent.dueOn })}</p>
    </div>
  );
}

export function Labelled({
  name,
  hint,
  children,
}: {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className="open-field">
      <span>{name}</span>
      {children}
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  );
}
