// The page of a village supervisor on a phone, by the code of the slip: report something, and see what
// became of what was reported.
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import type { SlipPage, SlipReport } from '#contract/publicity-slip.ts';
import { ApiError } from '#web/client/api-error.ts';
import { call } from '#web/client/call.ts';
import { chooseLanguage, useText } from '#web/text/catalogue.ts';
import { Labelled } from './object-openly.tsx';
import { ReportForm, type SentReport } from './report-form.tsx';
import { reportOpenTexts } from './report-open-texts.ts';

type Reading =
  | { readonly state: 'reading' }
  | { readonly state: 'open'; readonly page: SlipPage }
  | { readonly state: 'closed'; readonly error: unknown };

export function ReportPage({ code }: { readonly code: string }) {
  const text = useText(reportOpenTexts);
  const [reading, setReading] = useState<Reading>({ state: 'reading' });
  const read = useCallback(() => {
    if (code === '') return;
    call('GET /api/publicity/slip/:code', { params: { code } }).then(
      (page) => setReading({ state: 'open', page }),
      (error: unknown) => setReading({ state: 'closed', error }),
    );
  }, [code]);
  useEffect(read, [read]);
  const { language } = text;
  useEffect(() => {
    document.title = text('pageTitle');
  }, [text]);
  return (
    <main className="open-notice">
      <p className="open-language">
        <button
          type="button"
          className="button plain"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {text('other')}
        </button>
      </p>
      {code === '' ? <EnterCode /> : null}
      {code !== '' && reading.state === 'reading' ? <p role="status">{text('reading')}</p> : null}
      {reading.state === 'closed' ? <Closed error={reading.error} retry={read} /> : null}
      {reading.state === 'open' ? <Slip code={code} page={reading.page} onSent={read} /> : null}
    </main>
  );
}

function Slip({
  code,
  page,
  onSent,
}: {
  readonly code: string;
  readonly page: SlipPage;
  readonly onSent: () => void;
}) {
  const text = useText(reportOpenTexts);
  const [isOpen, setOpen] = useState(false);
  const [sent, setSent] = useState<SentReport>();
  const { village, until, mayReport, phone, reports } = page;
  return (
    <article>
      <h1>{text('title', { village })}</h1>
      <p>{text('until', { until })}</p>
      <p className="open-correction">
        {mayReport ? text('protect') : text('over', { phone: phone === '' ? '—' : phone })}
      </p>
      {sent === undefined ? null : <Received sent={sent} />}
      {mayReport && !isOpen ? (
        <p>
          <button type="button" className="button primary open-wide" onClick={() => setOpen(true)}>
            {text('report')}
          </button>
        </p>
      ) : null}
      {isOpen ? (
        <ReportForm
          code={code}
          onCancel={() => setOpen(false)}
          onSent={(done) => {
            setSent(done);
            setOpen(false);
            onSent();
          }}
        />
      ) : null}
      <section>
        <h2>{text('mine')}</h2>
        {reports.length === 0 ? <p>{text('mineNone')}</p> : null}
        <ul className="open-reports">
          {reports.map((one) => (
            <Line key={one.number} one={one} />
          ))}
        </ul>
        <p className="open-foot">{text('notShown')}</p>
      </section>
      {phone === '' ? null : (
        <p>
          <a className="open-call" href={`tel:${phone}`}>
            {text('call', { phone })}
          </a>
        </p>
      )}
    </article>
  );
}

function Received({ sent }: { readonly sent: SentReport }) {
  const text = useText(reportOpenTexts);
  return (
    <div className="open-received" role="status">
      <h3>{text('sent')}</h3>
      <p>{text('sentText', { number: sent.number })}</p>
      {sent.dueOn === null ? null : <p>{text('sentDue', { on: sent.dueOn })}</p>}
      {sent.pictureProblem === null ? null : (
        <p className="field-problem">{text('pictureFailed', { why: sent.pictureProblem })}</p>
      )}
    </div>
  );
}

function Line({ one }: { readonly one: SlipReport }) {
  const text = useText(reportOpenTexts);
  return (
    <li>
      <h3>
        {text('no', { number: one.number })} <small>{text(`state_${one.state}`)}</small>
      </h3>
      <p>
        {text(`kind_${one.kind}`)}
        <br />
        <small>
          {text('filed', { on: one.filedOn })}
          {one.hasPicture ? ` · ${text('withPicture')}` : ''}
          {one.dueOn === null || one.answer !== null ? '' : ` · ${text('due', { on: one.dueOn })}`}
        </small>
      </p>
      {one.answer === null ? null : (
        <p className="open-correction">
          <strong>{text('answer', { on: one.answeredOn ?? '' })}</strong>
          <br />
          {one.answer}
        </p>
      )}
    </li>
  );
}

function Closed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const text = useText(reportOpenTexts);
  const isOver = error instanceof ApiError && error.status === 410;
  return (
    <section role="alert">
      <h1>{text(isOver ? 'overTitle' : 'badTitle')}</h1>
      <p>{error instanceof Error ? error.message : ''}</p>
      {isOver ? null : (
        <p>
          <button type="button" className="button" onClick={retry}>
            {text('again')}
          </button>
        </p>
      )}
    </section>
  );
}

function EnterCode() {
  const text = useText(reportOpenTexts);
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    location.assign(`/report/${encodeURIComponent(typed.replace(/[^0-9a-zA-Z]/g, ''))}`);
  };
  return (
    <form onSubmit={submit}>
      <h1>{text('enterTitle')}</h1>
      <Labelled name={text('enterText')}>
        <input
          className="input"
          required
          autoComplete="off"
          autoCapitalize="none"
          maxLength={20}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Labelled>
      <p>
        <button type="submit" className="button primary">
          {text('openIt')}
        </button>
      </p>
    </form>
  );
}
