// A notice of a project or of money is prepared: what it says comes from the books and is seen before it is posted.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { MoneyDraft } from '#contract/publicity-money.ts';
import { useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { uiTexts } from '#web/ui/texts.ts';
import { moneyNoticeTexts } from './money-notice-texts.ts';
import { NoticeFields, type NoticeWords } from './notice-fields.tsx';
import { NoticeList } from './notice-list.tsx';
import { staleNotices } from './stale-notices.ts';
import './publicity.css';

const ofMoney = ['moneyPlan', 'moneyArrived', 'moneyPaid'] as const;

export function MoneyNoticePage() {
  const text = useText(moneyNoticeTexts);
  const navigate = useNavigate();
  const own = useMe().area.code;
  const search = useSearch({ from: '/frame/notices/money' });
  const { topic = 'moneyPaid', project } = search;
  const area = search.of ?? search.area ?? own;
  const draft = useRead('GET /api/publicity/money-draft', {
    query: { area, topic, ...(project === undefined ? {} : { project }) },
  });
  return (
    <div className="page notice-new">
      <Link to="/notices" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={draft.data === undefined ? text('title') : text.pick(draft.data.content.title)}
        note={
          draft.data?.daysVerified === false ? (
            <Chip meaning="unknown">{text('unverified')}</Chip>
          ) : undefined
        }
      />
      <p className="small quiet">{text('hint')}</p>
      {project === undefined ? (
        <Field label={text('topic')}>
          <select
            className="input"
            value={topic}
            onChange={(event) => {
              const chosen = ofMoney.find((one) => one === event.target.value);
              void navigate({
                to: '/notices/money',
                search: { area: search.area, of: search.of, topic: chosen },
              });
            }}
          >
            {ofMoney.map((one) => (
              <option key={one} value={one}>
                {text(`topic_${one}`)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      {draft.data !== undefined ? (
        <Prepare
          key={`${draft.data.topic} ${draft.data.area.code}`}
          draft={draft.data}
          project={project ?? null}
        />
      ) : draft.error === null ? (
        <Skeleton lines={8} />
      ) : (
        <ErrorState error={draft.error} retry={() => void draft.refetch()} />
      )}
    </div>
  );
}

function Prepare({
  draft,
  project,
}: {
  readonly draft: MoneyDraft;
  readonly project: string | null;
}) {
  const text = useText(moneyNoticeTexts);
  const ui = useText(uiTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [words, setWords] = useState<NoticeWords>({
    place: draft.place,
    office: draft.office,
    remark: '',
    lastDay: draft.leastLastDay,
    objectionPhone: draft.objectionPhone,
    supervisionPhone: draft.supervisionPhone,
    reason: '',
  });
  const post = useWrite('POST /api/publicity/money-notices', {
    stale: [...staleNotices, 'GET /api/publicity/project-notices'],
    onDone: ({ id }) => {
      say(text('said'));
      void navigate({ to: '/notices/$id', params: { id } });
    },
  });
  const problem = useExplanation(post.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { reason: _none, ...said } = words;
    post.mutate({ body: { area: draft.area.code, topic: draft.topic, project, ...said } });
  };
  return (
    <form onSubmit={submit} className="notice-prepare">
      <Block title={text('list')} aside={text('listAside')}>
        <Scrolled label={text('list')}>
          <NoticeList
            content={draft.content}
            language={text.language}
            number={text('number')}
            village={text('place')}
            total={ui('total')}
          />
        </Scrolled>
        {draft.earlier.length === 0 ? null : (
          <p className="small quiet">
            {text('earlier')}{' '}
            {draft.earlier.map((one) => (
              <Link key={one.id} to="/notices/$id" params={{ id: one.id }} className="link">
                {text('until', { first: one.firstDay, last: one.lastDay })}{' '}
                {text(one.isOver ? 'over' : 'hanging')}{' '}
              </Link>
            ))}
          </p>
        )}
      </Block>
      <div>
        <NoticeFields
          words={words}
          term={draft.term}
          least={draft.leastLastDay}
          onChange={setWords}
        />
        <Problem>{problem}</Problem>
        <p>
          <button type="submit" className="button primary" disabled={post.isPending}>
            {text('post')}
          </button>
        </p>
      </div>
    </form>
  );
}
