// Bulletins of an area, and the making of this month's.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { BulletinHead } from '#contract/insight-bulletins.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { text as textOf } from '#web/shell/address-query.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { bulletinTexts } from './texts.ts';
import './bulletin.css';

export function BulletinListPage() {
  const text = useText(bulletinTexts);
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const area = textOf((useSearch({ strict: false }) as { area?: string }).area);
  const read = useRead('GET /api/insight/bulletins', { query: { area } }, { keep: true });
  const month = me.installation.today.slice(0, 7);
  const make = useWrite('POST /api/insight/bulletins', {
    stale: ['GET /api/insight/bulletins'],
    onDone: ({ id }) => void navigate({ to: '/bulletins/$id', params: { id } }),
  });
  const problem = useExplanation(make.error);
  const items = read.data?.items ?? [];
  // What is made of a month already is made again as a further edition.
  const edition = Math.max(
    0,
    ...items
      .filter((one) => one.area.code === (area ?? me.area.code) && one.month === month)
      .map((one) => one.edition),
  );
  const named = items.find((one) => one.area.code === (area ?? me.area.code))?.area.name;
  return (
    <div className="page">
      <PageHead
        title={text('title', {
          area: named ?? me.areas.map(({ name }) => name).join(text.marks.list),
        })}
        actions={
          may('insight.report') ? (
            <button
              type="button"
              className={edition === 0 ? 'button primary' : 'button'}
              disabled={make.isPending}
              onClick={() => make.mutate({ body: { area, month } })}
            >
              {make.isPending
                ? text('making')
                : edition === 0
                  ? text('make', { month })
                  : text('makeAgain', { month, edition: edition + 1 })}
            </button>
          ) : undefined
        }
      />
      <p className="page-help">{text('help')}</p>
      <Problem>{problem}</Problem>
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <PageSkeleton /> : null}
      {read.data !== undefined && items.length === 0 ? (
        <EmptyState title={text('empty')} text={text('emptyText')} />
      ) : null}
      {items.length === 0 ? null : (
        <table className="rows bulletin-list">
          <thead>
            <tr>
              <th scope="col">{text('month')}</th>
              <th scope="col">{text('state')}</th>
              <th scope="col" className="bulletin-wide">
                {text('dataDay')}
              </th>
              <th scope="col" className="bulletin-wide">
                {text('maker')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link to="/bulletins/$id" params={{ id: one.id }} className="row-link">
                    {one.area.name} {one.month}
                  </Link>{' '}
                  <span className="quiet small">{text('edition', { edition: one.edition })}</span>
                </td>
                <td>
                  <BulletinState head={one} />
                </td>
                <td className="bulletin-wide">{one.dataDay}</td>
                <td className="bulletin-wide">{one.maker}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

export function BulletinState({ head }: { readonly head: BulletinHead }) {
  const text = useText(bulletinTexts);
  if (head.isCurrent) return <Chip meaning="done">{text('state_current')}</Chip>;
  if (head.second !== null) return <Chip meaning="neutral">{text('state_superseded')}</Chip>;
  if (head.first !== null) return <Chip meaning="due">{text('state_first')}</Chip>;
  return <Chip meaning="neutral">{text('state_draft')}</Chip>;
}
