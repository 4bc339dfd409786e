// The empty sheet on a phone: place and head on top, one question after another, one button at the bottom.
// Nothing that anybody found before is on it, unless the check is a joint one.
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { BlindSheet } from '#contract/supervision-scores.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { AnswerField } from './answer-field.tsx';
import { emptyDraft, forgetDraft, keepDraft, readDraft, type ScoreDraft } from './score-draft.ts';
import { scoreTexts } from './score-texts.ts';
import { SheetItem } from './sheet-item.tsx';
import { staleChecks } from './stale-checks.ts';
import './supervision.css';

export function ScorePage() {
  const { id, household } = useParams({ from: '/frame/samples/$id/score/$household' });
  return <OneHousehold key={household} id={id} household={household} />;
}

function OneHousehold({ id, household }: { readonly id: string; readonly household: string }) {
  const [sent, setSent] = useState<{ total: number; next: string | null; left: number }>();
  const sheet = useRead(
    'GET /api/supervision/campaigns/:id/households/:household/sheet',
    { params: { id, household } },
    { enabled: sent === undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  if (sent !== undefined) return <Sent campaign={id} {...sent} />;
  if (sheet.data !== undefined) {
    return <SheetOf sheet={sheet.data} onSent={setSent} />;
  }
  if (sheet.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={sheet.error} retry={() => void sheet.refetch()} />
    </div>
  );
}

function Sent({
  campaign,
  total,
  next,
  left,
}: {
  readonly campaign: string;
  readonly total: number;
  readonly next: string | null;
  readonly left: number;
}) {
  const text = useText(scoreTexts);
  return (
    <div className="page check-round score-sheet">
      <PageHead title={text('sent', { total })} />
      {next === null ? (
        <p>{text('finished')}</p>
      ) : (
        <p className="score-submit">
          <Link
            to="/samples/$id/score/$household"
            params={{ id: campaign, household: next }}
            className="button primary"
          >
            {text('next', { count: left })}
          </Link>
        </p>
      )}
      <p>
        <Link to="/samples/$id" params={{ id: campaign }} className="link">
          {text('back')}
        </Link>
      </p>
    </div>
  );
}

function SheetOf({
  sheet,
  onSent,
}: {
  readonly sheet: BlindSheet;
  readonly onSent: (answer: { total: number; next: string | null; left: number }) => void;
}) {
  const text = useText(scoreTexts);
  const key = `${sheet.campaign}.${sheet.household.id}.${sheet.round}`;
  const [draft, setDraft] = useState<ScoreDraft>(() => readDraft(key) ?? emptyDraft);
  const change = (part: Partial<ScoreDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(key, next);
  };
  const rate = useWrite('POST /api/supervision/campaigns/:id/households/:household/ratings', {
    stale: staleChecks.filter((one) => !one.endsWith('/sheet')),
    onDone: (answer) => {
      forgetDraft(key);
      onSent(answer);
    },
  });
  const problem = useExplanation(rate.error);
  const { items, max } = sheet.sheet;
  const left = items.filter(({ id }) => draft.points[id] === undefined).length;
  const total = items.reduce((sum, { id }) => sum + (draft.points[id] ?? 0), 0);
  const answered = sheet.askedAgain.every(({ id }) => draft.answers[id] !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rate.mutate({
      params: { id: sheet.campaign, household: sheet.household.id },
      body: {
        items: items.map(({ id }) => draft.points[id] ?? 0),
        answers: sheet.askedAgain.flatMap(({ id }) => {
          const value = draft.answers[id];
          return value === undefined ? [] : [{ field: id, value }];
        }),
        note: draft.note.trim(),
      },
    });
  };
  const { headName, township, village, hamlet, no } = sheet.household;
  return (
    <div className="page check-round score-sheet">
      <Link to="/samples/$id" params={{ id: sheet.campaign }} className="back-link">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={headName ?? text('nameless')}
        note={
          <>
            {township} {village} {hamlet ?? ''} <small>{no}</small>
          </>
        }
      />
      <p className="notice">
        {text('team', { team: sheet.team })}
        {text.marks.comma}
        {text(sheet.first === null ? 'blind' : 'joint')}
      </p>
      {sheet.order === null ? null : (
        <p className="notice">
          <Chip meaning="due">{text('again', { reason: sheet.order.reason })}</Chip>
        </p>
      )}
      {sheet.sheet.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
      <form onSubmit={submit}>
        <ol className="score-items">
          {items.map((item, at) => (
            <SheetItem
              key={item.id}
              item={item}
              first={sheet.first?.[at] ?? null}
              value={draft.points[item.id]}
              onChange={(points) => change({ points: { ...draft.points, [item.id]: points } })}
            />
          ))}
        </ol>
        {sheet.askedAgain.length === 0 ? null : (
          <section className="block">
            <div className="block-head">
              <h2>{text('asked')}</h2>
            </div>
            <p className="quiet">{text('askedHint')}</p>
            {sheet.askedAgain.map((question) => (
              <AnswerField
                key={question.id}
                question={question}
                value={draft.answers[question.id]}
                onChange={(value) =>
                  change({ answers: { ...draft.answers, [question.id]: value } })
                }
              />
            ))}
          </section>
        )}
        <Field label={text('note')} hint={text('draft')}>
          <textarea
            className="input"
            rows={2}
            maxLength={500}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
        {problem === undefined ? null : (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="score-submit">
          <span role="status">
            {left > 0 ? text('left', { count: left }) : text('total', { total, max })}
          </span>
          <button
            type="submit"
            className="button primary"
            disabled={left > 0 || !answered || rate.isPending}
          >
            {text('submit')}
          </button>
        </div>
      </form>
    </div>
  );
}
