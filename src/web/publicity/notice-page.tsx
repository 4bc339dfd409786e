// One notice: what hangs and how long, its evidence, who objected, where its cases stand, and whether it is
// still what was posted.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Notice } from '#contract/publicity.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { uiTexts } from '#web/ui/texts.ts';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { CorrectSheet } from './correct-sheet.tsx';
import { EvidenceBlock } from './evidence-block.tsx';
import { moneyNoticeTexts } from './money-notice-texts.ts';
import { NoticeList } from './notice-list.tsx';
import { StateChip } from './notice-list-page.tsx';
import { noticeTexts } from './notice-texts.ts';
import { ObjectionBlock } from './objection-block.tsx';
import { staleNotices } from './stale-notices.ts';
import './publicity.css';

export function NoticePage() {
  const { id } = useParams({ from: '/frame/notices/$id' });
  const read = useRead('GET /api/publicity/notices/:id', { params: { id } });
  if (read.data !== undefined) return <NoticeOf one={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function NoticeOf({ one }: { readonly one: Notice }) {
  const text = useText(noticeTexts);
  const ui = useText(uiTexts);
  const [correcting, setCorrecting] = useState(false);
  const { content } = one;
  return (
    <div className="page notice-page">
      <Link to="/notices" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text.pick(one.title)}
        note={<StateChip one={one} />}
        actions={
          <>
            {one.mayCorrect ? (
              <button type="button" className="button" onClick={() => setCorrecting(true)}>
                {text('correct')}
              </button>
            ) : null}
            {one.mayTakeDown && one.state === 'hanging' ? <TakeDown one={one} /> : null}
            {one.state === 'hanging' ? (
              <>
                <a className="button" href={`/notice/${one.code}`} target="_blank" rel="noreferrer">
                  {text('publicPage')}
                </a>
                <Link to="/notices/$id/poster" params={{ id: one.id }} className="button primary">
                  {text('poster')}
                </Link>
              </>
            ) : null}
          </>
        }
      />
      <Finding
        detail={
          <Dotted>
            {text('standing', { place: content.place, first: one.firstDay, last: one.lastDay })}
            {text('postedBy', { by: one.postedBy })}
          </Dotted>
        }
      >
        <Standing one={one} />
      </Finding>
      <div className="notice-body">
        <div>
          <Block title={text('list')} aside={text('listAside')}>
            {content.correction === '' ? null : (
              <p>{text('corrects', { reason: content.correction })}</p>
            )}
            <Scrolled label={text('list')}>
              <NoticeList
                content={content}
                language={text.language}
                number={text('number')}
                village={text(
                  content.subject === 'area'
                    ? 'township'
                    : content.subject === 'money'
                      ? 'area'
                      : 'village',
                )}
                total={ui('total')}
              />
            </Scrolled>
            <p className="small quiet notice-hash">
              <Chip meaning={one.isIntact ? 'done' : 'over'}>
                {text(one.isIntact ? 'intact' : 'broken')}
              </Chip>{' '}
              {text('hash', { hash: one.hash })}
            </p>
          </Block>
          <ObjectionBlock one={one} />
        </div>
        <div>
          <EvidenceBlock one={one} />
          {one.items.length === 0 ? null : (
            <Block title={text('trail')}>
              <ul className="notice-rows">
                {one.items.map((item) => (
                  <li key={item.case}>
                    <Link to="/cases/$id" params={{ id: item.case }} className="row-link">
                      {item.line} {item.headName ?? ''}
                    </Link>
                    <span className="quiet">
                      {item.end === null
                        ? text('nowAt', { step: item.step === null ? '' : text.pick(item.step) })
                        : text('ended', { end: text.pick(item.end) })}
                    </span>
                  </li>
                ))}
              </ul>
            </Block>
          )}
        </div>
      </div>
      {correcting ? <CorrectSheet one={one} onClose={() => setCorrecting(false)} /> : null}
    </div>
  );
}

function TakeDown({ one }: { readonly one: Notice }) {
  const text = useText(moneyNoticeTexts);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const down = useWrite('POST /api/publicity/money-notices/:id/withdrawal', {
    stale: [...staleNotices, 'GET /api/publicity/project-notices'],
    onDone: () => {
      say(text('saidDown'));
      setOpen(false);
    },
  });
  const problem = useExplanation(down.error);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {text('takeDown')}
      </button>
      {open ? (
        <WordsSheet
          title={text('takeDown')}
          lead={text('takeDownLead')}
          label={text('reason')}
          act={text('takeDown')}
          problem={problem}
          busy={down.isPending}
          onSend={(reason) => down.mutate({ params: { id: one.id }, body: { reason } })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function Standing({ one }: { readonly one: Notice }) {
  const text = useText(noticeTexts);
  const { withdrawn } = one;
  return (
    <>
      {withdrawn === null
        ? one.state === 'hanging'
          ? text('hanging', { count: one.daysLeft })
          : text('expired')
        : text('withdrawn', withdrawn)}{' '}
      {one.replacedBy === null ? null : (
        <Link to="/notices/$id" params={{ id: one.replacedBy }} className="link">
          {text('replacement')}
        </Link>
      )}
      {one.replaces === null ? null : (
        <Link to="/notices/$id" params={{ id: one.replaces }} className="link">
          {text('replaced')}
        </Link>
      )}
    </>
  );
}
