// A notice is prepared: which households, where, how long; what will stand on the wall is seen before it is
// posted, and nothing of it is typed again.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { NoticeDraft } from '#contract/publicity.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { NoticeFields, type NoticeWords } from './notice-fields.tsx';
import { cellText } from './notice-list.tsx';
import { noticeTexts } from './notice-texts.ts';
import { staleNotices } from './stale-notices.ts';
import './publicity.css';

export function NoticeNewPage() {
  const text = useText(noticeTexts);
  const { of = '', process = '', step = '' } = useSearch({ from: '/frame/notices/new' });
  const draft = useRead('GET /api/publicity/draft', { query: { area: of, process, step } });
  return (
    <div className="page notice-new">
      <Link to="/notices" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      {draft.data !== undefined ? (
        <Prepare draft={draft.data} />
      ) : draft.error === null ? (
        <PageSkeleton />
      ) : (
        <ErrorState error={draft.error} retry={() => void draft.refetch()} />
      )}
    </div>
  );
}

function Prepare({ draft }: { readonly draft: NoticeDraft }) {
  const text = useText(noticeTexts);
  const navigate = useNavigate();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState<NoticeWords>({
    place: draft.place,
    office: draft.office,
    remark: '',
    lastDay: draft.leastLastDay,
    objectionPhone: draft.objectionPhone,
    supervisionPhone: draft.supervisionPhone,
    reason: '',
  });
  const post = useWrite('POST /api/publicity/notices', {
    stale: staleNotices,
    onDone: ({ id }) => void navigate({ to: '/notices/$id', params: { id } }),
  });
  const problem = useExplanation(post.error);
  const chosen = draft.households.filter((one) => !left.has(one.case));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { reason: _none, ...said } = words;
    post.mutate({ body: { ...said, cases: chosen.map((one) => one.case) } });
  };
  return (
    <>
      <PageHead
        title={text.pick(draft.title)}
        note={draft.verified ? undefined : <Chip meaning="unknown">{text('unverified')}</Chip>}
      />
      {draft.barred === null ? null : <Finding>{text.pick(draft.barred)}</Finding>}
      <form onSubmit={submit} className="notice-prepare">
        <Chosen draft={draft} left={left} onChange={setLeft} />
        <div>
          <NoticeFields
            words={words}
            term={draft.term}
            least={draft.leastLastDay}
            onChange={setWords}
          />
          {problem === undefined ? null : (
            <p className="field-problem" role="alert">
              {problem}
            </p>
          )}
          <p>
            <button
              type="submit"
              className="button primary"
              disabled={post.isPending || chosen.length === 0 || draft.barred !== null}
            >
              {text(draft.kind === 'notice' ? 'post' : 'announce')}
            </button>
          </p>
        </div>
      </form>
    </>
  );
}

function Chosen({
  draft,
  left,
  onChange,
}: {
  readonly draft: NoticeDraft;
  readonly left: ReadonlySet<string>;
  readonly onChange: (left: ReadonlySet<string>) => void;
}) {
  const text = useText(noticeTexts);
  const isArea = draft.subject === 'area';
  // The name of a village stands beside its box already.
  const columns = draft.columns.flatMap(({ field, title }, at) =>
    field === 'areaName' ? [] : [{ field, title, at }],
  );
  const count = draft.households.length - left.size;
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <Block
      title={text(isArea ? 'chosenAreas' : 'chosen', { count })}
      aside={text('householdsAside')}
    >
      <Scrolled label={text('list')}>
        <table className="rows dense">
          <thead>
            <tr>
              <th scope="col">{text(isArea ? 'areaSubject' : 'household')}</th>
              {columns.map(({ field, title }) => (
                <th key={field} scope="col">
                  {text.pick(title)}
                </th>
              ))}
              <th scope="col">{text(isArea ? 'township' : 'village')}</th>
            </tr>
          </thead>
          <tbody>
            {draft.households.map((one) => (
              <tr key={one.case}>
                <td>
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={!left.has(one.case)}
                      onChange={() => toggle(one.case)}
                    />
                    {one.headName ?? ''}
                  </label>
                </td>
                {columns.map(({ field, at }) => (
                  <td key={field}>{cellText(one.cells[at] ?? null, text.language)}</td>
                ))}
                <td>{one.place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Block>
  );
}
