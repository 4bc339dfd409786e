// The poster of a notice: what is seen is what is printed, on A4 or A3, in Chinese or English.
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Notice } from '#contract/publicity.ts';
import { useRead } from '#web/client/read.ts';
import { textIn, useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { NoticeList } from './notice-list.tsx';
import { noticeTexts } from './notice-texts.ts';
import './poster.css';

type Paper = 'a4' | 'a3';
type PosterLanguage = 'zh' | 'en';

export function NoticePosterPage() {
  const text = useText(noticeTexts);
  const { id } = useParams({ from: '/frame/notices/$id/poster' });
  const read = useRead('GET /api/publicity/notices/:id', { params: { id } });
  const [paper, setPaper] = useState<Paper>('a4');
  const [language, setLanguage] = useState<PosterLanguage>(text.language);
  if (read.data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  return (
    <div className="page poster-page">
      <style>{`@page { size: ${paper === 'a4' ? 'A4' : 'A3'} portrait; margin: 14mm 16mm; }`}</style>
      <Link to="/notices/$id" params={{ id }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <div className="no-print">
        <PageHead
          title={text('posterTitle')}
          actions={
            <>
              <select
                className="input"
                aria-label={text('size')}
                value={paper}
                onChange={(event) => setPaper(event.target.value === 'a3' ? 'a3' : 'a4')}
              >
                <option value="a4">{text('a4')}</option>
                <option value="a3">{text('a3')}</option>
              </select>
              <select
                className="input"
                aria-label={text('language')}
                value={language}
                onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'zh')}
              >
                <option value="zh" lang="zh">
                  中文
                </option>
                <option value="en">English</option>
              </select>
              <PrintButton isMain />
            </>
          }
        />
      </div>
      <Poster one={read.data} paper={paper} language={language} />
    </div>
  );
}

interface PosterProps {
  readonly one: Notice;
  readonly paper: Paper;
  readonly language: PosterLanguage;
}

export function Poster({ one, paper, language }: PosterProps) {
  const text = textIn(language, noticeTexts);
  const { content, code } = one;
  const isNotice = content.kind === 'notice';
  const address = `${window.location.origin}/notice/${code}`;
  return (
    <article className={`poster ${paper}`} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <h2>{content.title[language]}</h2>
      {content.correction === '' ? null : (
        <p className="poster-correction">{text('corrects', { reason: content.correction })}</p>
      )}
      <NoticeList
        content={content}
        language={language}
        number={text('number')}
        village={text(
          content.subject === 'area'
            ? 'township'
            : content.subject === 'money'
              ? 'area'
              : 'village',
        )}
        className={`poster-list ${content.lines.length > 24 ? 'long' : ''}`}
      />
      <p className="poster-sum">
        {text(
          content.subject === 'area' ? 'places' : content.subject === 'money' ? 'rows' : 'sum',
          {
            count: content.lines.length,
          },
        )}
      </p>
      {content.remark === '' ? null : <p>{content.remark}</p>}
      <p className="poster-how">{text(isNotice ? 'posterHow' : 'posterHowAnnounce')}</p>
      <div className="poster-foot">
        <dl>
          <PosterFact name={text('posterDays')}>
            {content.firstDay} – {content.lastDay}
            {content.term === undefined
              ? ''
              : `${text.marks.open}${text('posterTerm', { term: content.term[language] })}${text.marks.close}`}
          </PosterFact>
          <PosterFact name={text('posterPlace')}>{content.place}</PosterFact>
          {isNotice ? (
            <PosterFact name={text('posterObject')}>{content.objectionPhone}</PosterFact>
          ) : null}
          <PosterFact name={text('posterSupervise')}>{content.supervisionPhone}</PosterFact>
        </dl>
        <figure>
          <QrCode text={address} label={text('posterScan')} size={128} />
          <figcaption>
            {text(isNotice ? 'posterScan' : 'posterScanOnly')}
            <br />
            {text('posterCode', { code: `${code.slice(0, 5)} ${code.slice(5)}` })}
          </figcaption>
        </figure>
        <div className="poster-seal">
          <p>{content.office}</p>
          <p>{content.firstDay}</p>
          <p className="poster-seal-box">{text('seal')}</p>
        </div>
      </div>
      <p className="poster-rules">{text('posterRules', { rules: content.rules[language] })}</p>
    </article>
  );
}

function PosterFact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
