// One payment list: what it says in a sentence, the next step, what was found, and its households.
import { Link, useParams } from '@tanstack/react-router';
import type { PaymentList } from '#contract/funds-lists.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownYuan } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { ListActs } from './list-acts.tsx';
import { listMeanings } from './list-list-page.tsx';
import { listTexts } from './list-texts.ts';
import { PaymentRows } from './payment-rows.tsx';
import './funds.css';

export function ListPage() {
  const { id = '' } = useParams({ strict: false });
  const text = useText(listTexts);
  const read = useRead(
    'GET /api/funds/lists/:id',
    { params: { id } },
    {
      every: (list) => (list?.state === 'checking' || list?.state === 'posting' ? 1000 : false),
    },
  );
  if (read.data !== undefined) return <ListOf list={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page funds">
      <Link to="/payments" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ListOf({ list }: { readonly list: PaymentList }) {
  const text = useText(listTexts);
  const { paid, failed, confirmed, disputed } = list.counts;
  return (
    <div className="page funds">
      <Link to="/payments" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={list.title}
        note={<Chip meaning={listMeanings[list.state]}>{text(`state_${list.state}`)}</Chip>}
      />
      <Finding
        detail={
          <>
            {list.state === 'answered'
              ? `${text('lines', {
                  lines: exactNumber(list.lines - list.held),
                  total: shownYuan(list.total, text.language),
                })}${text.marks.semicolon}`
              : null}
            {text('paidFrom', {
              source: text.pick(list.sourceTitle),
              use: text.pick(list.purposeTitle),
              document: list.document,
              on: list.payOn,
            })}
            {list.returnedReason === null ? null : (
              <strong className="funds-alarm">
                {' '}
                {text('returned', { reason: list.returnedReason })}
              </strong>
            )}
          </>
        }
      >
        {text(`finding_${list.state}`, {
          ready: exactNumber(list.lines - list.held),
          held: exactNumber(list.held),
          total: shownYuan(list.total, text.language),
          author: list.author,
          missing: list.approvalsNeeded - list.approvals.length,
          paid: exactNumber(paid),
          failed: exactNumber(failed),
          confirmed: exactNumber(confirmed),
          disputed: exactNumber(disputed),
        })}
      </Finding>
      <ListActs list={list} />
      {list.problems.length === 0 ? null : (
        <Block title={text('problems')} aside={text('problemsAside')}>
          <BarTable
            caption={text('problems')}
            rows={list.problems.map(({ problem, count }) => ({
              key: problem,
              label: text(`problem_${problem}`),
              value: count,
              figure: exactNumber(count),
            }))}
          />
        </Block>
      )}
      {list.lines === 0 ? null : <PaymentRows list={list} />}
    </div>
  );
}
