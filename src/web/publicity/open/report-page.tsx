// The page of a village supervisor on a phone, by the code of the slip: report something, and see what
// became of what was reported.
import { useCallback, useEffect, useState } from 'react';
import type { SlipPage, SlipReport } from '#contract/publicity-slip.ts';
import { call } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Closed, EnterCode, OtherLanguage } from './open-parts.tsx';
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
  useEffect(() => {
    document.title = text('pageTitle');
  }, [text]);
  return (
    <main className="open-notice">
      <OtherLanguage>{text('other')}</OtherLanguage>
      {code === '' ? <EnterCode page="report" text={text} /> : null}
      {code !== '' && reading.state === 'reading' ? <p role="status">{text('reading')}</p> : null}
      {reading.state === 'closed' ? (
        <Closed error={reading.error} retry={read} text={text} />
      ) : null}
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
