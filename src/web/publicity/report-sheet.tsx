// One report as the county reads it: who and what, then handing it on in words of one's own, and the answer.
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Report } from '#contract/publicity-reports.ts';
import { useMe } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { ReportChips } from './report-block.tsx';
import { reportTexts } from './report-texts.ts';
import { staleReports } from './stale-reports.ts';

export function ReportSheet({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}) {
  const text = useText(reportTexts);
  const read = useRead('GET /api/publicity/reports/:id', { params: { id } });
  const { data } = read;
  return (
    <Sheet
      title={data === undefined ? text('reports') : text('reportTitle', { number: data.number })}
      onClose={onClose}
    >
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {data === undefined && read.error === null ? <Skeleton lines={6} /> : null}
      {data === undefined ? null : <Opened report={data} />}
    </Sheet>
  );
}

function Opened({ report }: { readonly report: Report }) {
  const text = useText(reportTexts);
  const isOpen = report.answer === null;
  return (
    <>
      <p className="notice-chips">
        <ReportChips one={report} />
      </p>
      <dl className="report-facts">
        <Fact name={text(`kind_${report.kind}`)}>
          {report.township} {report.village}
        </Fact>
        <Fact name={text('from')}>
          {report.supervisor}{' '}
          <small className="quiet">{text('filed', { on: report.filedOn })}</small>
        </Fact>
        <Fact name={text('where')}>{report.place === '' ? text('whereNone') : report.place}</Fact>
        <Fact name={text('said')}>{report.words}</Fact>
        {report.picture === null ? null : (
          <Fact name={text('picture')}>
            <a
              className="row-link"
              href={urlOf('GET /api/registry/attachments/:id/file', {
                params: { id: report.picture },
              })}
              download
            >
              {text('openPicture')}
            </a>
          </Fact>
        )}
      </dl>
      <p className="field-hint">{text('opening')}</p>
      {report.handedOn === null ? null : <Handed report={report} />}
      {isOpen && report.handedOn === null ? <HandForm report={report} /> : null}
      {isOpen ? <AnswerForm report={report} /> : null}
      {isOpen ? null : (
        <dl className="report-facts">
          <Fact name={text('answer')}>
            {report.answer}{' '}
            <small className="quiet">
              {text('answered', { on: report.answeredOn ?? '', by: report.answeredBy ?? '' })}
            </small>
          </Fact>
        </dl>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Handed({ report }: { readonly report: Report }) {
  const text = useText(reportTexts);
  const id = report.handedId ?? '';
  const said = text('handed', { on: report.handedOn ?? '', by: report.handedBy ?? '' });
  return (
    <p>
      {said}{' '}
      {report.handedTo === 'order' ? (
        <Link to="/orders/$id" params={{ id }} className="row-link">
          {text('handed_order')}
        </Link>
      ) : (
        <Link to="/problems/$id" params={{ id }} className="row-link">
          {text('handed_problem')}
        </Link>
      )}
    </p>
  );
}

function HandForm({ report }: { readonly report: Report }) {
  const text = useText(reportTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [to, setTo] = useState<'problem' | 'order'>('problem');
  const [title, setTitle] = useState('');
  const [words, setWords] = useState('');
  const [level, setLevel] = useState<'village' | 'township'>('village');
  const [dueOn, setDueOn] = useState<string>(report.dueOn ?? today);
  const hand = useWrite('POST /api/publicity/reports/:id/handing', {
    stale: staleReports,
    onDone: () => say(text('saidSaved')),
  });
  const problem = useExplanation(hand.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const order = to === 'order' ? { level, dueOn } : {};
    hand.mutate({ params: { id: report.id }, body: { to, title, words, ...order } });
  };
  return (
    <form className="report-form" onSubmit={submit}>
      <h3>{text('hand')}</h3>
      <Field label={text('handTo')}>
        <select
          className="input"
          value={to}
          onChange={(event) => setTo(event.target.value === 'order' ? 'order' : 'problem')}
        >
          <option value="problem">{text('to_problem')}</option>
          <option value="order">{text('to_order')}</option>
        </select>
      </Field>
      {to === 'order' ? (
        <>
          <Field label={text('level')}>
            <select
              className="input"
              value={level}
              onChange={(event) =>
                setLevel(event.target.value === 'township' ? 'township' : 'village')
              }
            >
              <option value="village">{text('level_village')}</option>
              <option value="township">{text('level_township')}</option>
            </select>
          </Field>
          <Field label={text('dueOn')}>
            <DayInput required value={dueOn} onChange={setDueOn} />
          </Field>
        </>
      ) : null}
      <Field label={text('handTitle')}>
        <input
          className="input"
          required
          minLength={2}
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <Field label={text('handWords')} hint={text('handHint')}>
        <textarea
          className="input"
          rows={3}
          required
          minLength={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <Problem>{problem}</Problem>
      <p className="sheet-act">
        <button type="submit" className="button" disabled={hand.isPending}>
          {text('handNow')}
        </button>
      </p>
    </form>
  );
}

function AnswerForm({ report }: { readonly report: Report }) {
  const text = useText(reportTexts);
  const say = useSay();
  const [answer, setAnswer] = useState('');
  const send = useWrite('POST /api/publicity/reports/:id/answer', {
    stale: staleReports,
    onDone: () => say(text('saidSaved')),
  });
  const problem = useExplanation(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ params: { id: report.id }, body: { answer } });
  };
  return (
    <form className="report-form" onSubmit={submit}>
      <h3>{text('answer')}</h3>
      <Field label={text('answer')} hint={text('answerHint')}>
        <textarea
          className="input"
          rows={3}
          required
          minLength={2}
          maxLength={1000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </Field>
      <Problem>{problem}</Problem>
      <p className="sheet-act">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {text('answerNow')}
        </button>
      </p>
    </form>
  );
}
