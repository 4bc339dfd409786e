// One notice as everybody reads it on a phone: what it says, how long it hangs, how to object, and the
// answer to an objection by its two numbers.
import { useCallback, useEffect, useState } from 'react';
import type { PublicNotice } from '#contract/publicity-public.ts';
import { call } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { NoticeList } from '../notice-list.tsx';
import { AnswerLookUp } from './answer-look-up.tsx';
import { ObjectOpenly } from './object-openly.tsx';
import { Closed, EnterCode, OtherLanguage } from './open-parts.tsx';
import { openTexts } from './open-texts.ts';

type Reading =
  | { readonly state: 'reading' }
  | { readonly state: 'open'; readonly notice: PublicNotice }
  | { readonly state: 'closed'; readonly error: unknown };

export function OpenPage({ code }: { readonly code: string }) {
  const text = useText(openTexts);
  const [reading, setReading] = useState<Reading>({ state: 'reading' });
  const read = useCallback(() => {
    if (code === '') return;
    setReading({ state: 'reading' });
    call('GET /api/publicity/public/:code', { params: { code } }).then(
      (notice) => setReading({ state: 'open', notice }),
      (error: unknown) => setReading({ state: 'closed', error }),
    );
  }, [code]);
  useEffect(read, [read]);
  const { language } = text;
  useEffect(() => {
    const title = reading.state === 'open' ? reading.notice.content.title[language] : '';
    document.title = title === '' ? (language === 'zh' ? '公示' : 'Notice') : title;
  }, [reading, language]);
  return (
    <main className="open-notice">
      <OtherLanguage>{text('other')}</OtherLanguage>
      {code === '' ? <EnterCode page="notice" text={text} /> : null}
      {code !== '' && reading.state === 'reading' ? <p role="status">{text('reading')}</p> : null}
      {reading.state === 'closed' ? (
        <Closed error={reading.error} retry={read} text={text} />
      ) : null}
      {reading.state === 'open' ? <OpenNotice code={code} notice={reading.notice} /> : null}
      <AnswerLookUp />
      {reading.state === 'open' ? <p className="open-foot">{text('notIndexed')}</p> : null}
    </main>
  );
}

function OpenNotice({ code, notice }: { readonly code: string; readonly notice: PublicNotice }) {
  const text = useText(openTexts);
  const { content, daysLeft, mayObject } = notice;
  const list = useLines(code, notice);
  const { language } = text;
  // A county lies in no township, and does not answer what is said of itself.
  const isOfCounty = content.subject === 'area' && content.lines.some(({ place }) => place === '');
  return (
    <article>
      <h1>{content.title[language]}</h1>
      <p className="open-days">
        <strong>{daysLeft === 1 ? text('lastDay') : text('left', { count: daysLeft })}</strong>
        <span>{text('days', { first: content.firstDay, last: content.lastDay })}</span>
        {content.term === undefined ? null : (
          <span>{text('term', { term: content.term[language] })}</span>
        )}
      </p>
      {content.correction === '' ? null : (
        <p className="open-correction">
          <strong>{text('corrects')}</strong> {content.correction}
        </p>
      )}
      <NoticeList
        content={{ ...content, lines: list.lines }}
        language={language}
        number={text('number')}
        village={text(
          content.subject === 'area'
            ? 'township'
            : content.subject === 'money'
              ? 'anyPlace'
              : 'village',
        )}
        className="open-list"
      />
      {list.lines.length < notice.lines ? (
        <p className="open-more">
          <span role="status">
            {text('linesShown', { shown: list.lines.length, count: notice.lines })}
          </span>{' '}
          <button type="button" className="button" disabled={list.isReading} onClick={list.readOn}>
            {text('linesMore')}
          </button>
          {list.failed ? <span role="alert"> {text('linesFailed')}</span> : null}
        </p>
      ) : null}
      <dl className="open-facts">
        <Fact name={text('by')}>{content.office}</Fact>
        <Fact name={text('where')}>{content.place}</Fact>
        {content.remark === '' ? null : <Fact name={text('remark')}>{content.remark}</Fact>}
      </dl>
      <p className="open-rules">{text('rules', { rules: content.rules[language] })}</p>
      <section>
        <h2>{text('how')}</h2>
        <p>{text(mayObject ? (isOfCounty ? 'howAbove' : 'howText') : 'noObject')}</p>
        {mayObject ? (
          <p>
            <a className="open-call" href={`tel:${content.objectionPhone}`}>
              {text('phone', { phone: content.objectionPhone })}
            </a>
          </p>
        ) : null}
        <p>
          <a className="open-call" href={`tel:${content.supervisionPhone}`}>
            {text('supervision', { phone: content.supervisionPhone })}
          </a>
        </p>
        {mayObject ? <ObjectOpenly code={code} content={content} lines={notice.lines} /> : null}
      </section>
    </article>
  );
}

/** The lines read so far: a long notice comes in parts, so that opening it costs a farmer little. */
function useLines(code: string, notice: PublicNotice) {
  const [lines, setLines] = useState(notice.content.lines);
  const [state, setState] = useState<'still' | 'reading' | 'failed'>('still');
  const readOn = () => {
    setState('reading');
    call('GET /api/publicity/public/:code', {
      params: { code },
      query: { after: lines.length },
    }).then(
      ({ content }) => {
        setLines([...lines, ...content.lines]);
        setState('still');
      },
      () => setState('failed'),
    );
  };
  return { lines, readOn, isReading: state === 'reading', failed: state === 'failed' };
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
