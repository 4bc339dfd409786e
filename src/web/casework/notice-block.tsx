// A notice with its place and days, what may stand on it, and the objections with their answers.
import { type FormEvent, useState } from 'react';
import type { Case } from '#contract/casework.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { caseTexts } from './case-texts.ts';
import { AnswerForm, ObjectForm } from './objection-forms.tsx';
import { staleCases } from './stale-cases.ts';

interface CaseProps {
  readonly one: Case;
}

export function NoticeBlock({ one }: CaseProps) {
  const text = useText(caseTexts);
  const { open } = one;
  const comma = text.marks.list;
  return (
    <Block title={text('notice')}>
      {open?.kind !== 'notice' ? null : (
        <>
          <p>
            {open.notice === null
              ? text('noticeNone', {
                  term: open.noticeTerm === null ? '' : text.pick(open.noticeTerm),
                })
              : text('noticeStands', {
                  place: open.notice.place,
                  first: open.notice.firstDay,
                  last: open.notice.lastDay,
                  by: open.notice.by,
                })}
          </p>
          {open.shows.length === 0 ? null : (
            <p className="small quiet">
              {text('noticeShows', {
                fields: open.shows.map((field) => text.pick(field)).join(comma),
              })}
            </p>
          )}
          {open.mayPost ? <Posting one={one} step={open.id} /> : null}
        </>
      )}
      <h3>{text('objections')}</h3>
      {one.objections.length === 0 ? <p className="quiet">{text('objectionsNone')}</p> : null}
      <ul className="case-objections">
        {one.objections.map((objection) => (
          <li key={objection.position}>
            <p>
              {objection.answer === null ? <Chip meaning="due">{text('unanswered')}</Chip> : null}{' '}
              <small className="quiet">
                {text('objection', {
                  on: objection.on,
                  by: objection.by ?? text('anonymous'),
                })}
              </small>
            </p>
            <p>{objection.text}</p>
            {objection.answer === null ? (
              open?.mayAnswer === true ? (
                <AnswerForm one={one} objection={objection.position} />
              ) : null
            ) : (
              <p>
                {text(`answered_${objection.answer.verdict}`, { reason: objection.answer.reason })}{' '}
                <small className="quiet">
                  {text('answeredBy', { on: objection.answer.on, by: objection.answer.by })}
                </small>
              </p>
            )}
          </li>
        ))}
      </ul>
      {open?.mayObject === true ? <ObjectForm one={one} /> : null}
    </Block>
  );
}

/** Whoever posts lists compiles one there, with this household among the others that wait. */
function Posting({ one, step }: CaseProps & { readonly step: string }) {
  const text = useText(caseTexts);
  const compiles = useMe().permissions.includes('publicity.post');
  if (!compiles) return <PostForm one={one} />;
  const search = new URLSearchParams({ of: areaOf(one), process: one.process.id, step });
  return (
    <p className="no-print">
      <a className="button primary" href={`/notices/new?${search}`}>
        {text('prepareNotice')}
      </a>
    </p>
  );
}

function areaOf({ areaCode, open }: Case): string {
  const digits = open?.level === 'county' ? 6 : open?.level === 'township' ? 9 : 12;
  return areaCode.slice(0, digits);
}

function PostForm({ one }: CaseProps) {
  const text = useText(caseTexts);
  const [place, setPlace] = useState('');
  const post = useWrite('POST /api/casework/cases/:id/posting', { stale: staleCases });
  const problem = useExplanation(post.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    post.mutate({ params: { id: one.id }, body: { seen: one.position, place: place.trim() } });
  };
  return (
    <form className="no-print" onSubmit={submit}>
      <Field label={text('place')} hint={text('placeHint')} problem={problem}>
        <input
          className="input"
          required
          maxLength={200}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
      </Field>
      <p>
        <button type="submit" className="button primary" disabled={post.isPending}>
          {text('posted')}
        </button>
      </p>
    </form>
  );
}
