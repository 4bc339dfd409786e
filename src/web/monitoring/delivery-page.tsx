// Delivery of policies: policy by department, the stages in each cell, what is late; and by place.
import { Link, useSearch } from '@tanstack/react-router';
import type { Delivery } from '#contract/monitoring-tasks.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { taskTexts } from './task-texts.ts';
import './monitoring.css';

export function DeliveryPage() {
  const text = useText(taskTexts);
  const home = useMe().area.code;
  const { area = home } = useSearch({ from: '/frame/delivery' });
  const read = useRead('GET /api/monitoring/delivery', { query: { area } }, { keep: true });
  return (
    <div className="page monitoring">
      <PageHead title={text('delivery')} />
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.data === undefined ? null : <Loaded delivery={read.data} />}
    </div>
  );
}

function Loaded({ delivery }: { readonly delivery: Delivery }) {
  const text = useText(taskTexts);
  const narrow = useNarrow();
  const { cells, places } = delivery;
  if (cells.length === 0) {
    return (
      <EmptyState
        title={text('deliveryNone')}
        text={text('deliveryNoneText')}
        action={
          <Link to="/tasks" search={{ promises: 'yes' }} className="button">
            {text('promises')}
          </Link>
        }
      />
    );
  }
  const sum = (what: 'count' | 'late' | 'done') => cells.reduce((all, cell) => all + cell[what], 0);
  return (
    <>
      <Finding detail={text('deliveryLead')}>
        {text('deliveryFinding', { count: sum('count'), done: sum('done'), late: sum('late') })}
      </Finding>
      {narrow ? <PolicyLines delivery={delivery} /> : <Matrix delivery={delivery} />}
      {places.length === 0 ? null : (
        <Block title={text('places')}>
          <BarTable
            caption={text('places')}
            heads={[text('place'), text('count'), '', text('lateHead')]}
            rows={places.map((one) => ({
              key: one.code,
              label: one.name,
              value: one.count,
              figure: (
                <Link to="/tasks" search={{ area: one.code, promises: 'yes' }}>
                  {one.count}
                </Link>
              ),
              after: one.late === 0 ? '' : one.late,
            }))}
          />
        </Block>
      )}
    </>
  );
}

function Matrix({ delivery }: { readonly delivery: Delivery }) {
  const text = useText(taskTexts);
  const { policies, departments, cells } = delivery;
  return (
    <Scrolled>
      <table className="rows dense delivery">
        <thead>
          <tr>
            <th scope="col">{text('policy')}</th>
            {departments.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policies.map((policy) => (
            <tr key={policy.id}>
              <th scope="row">{policy.title === '' ? text('noPolicy') : policy.title}</th>
              {departments.map((department) => {
                const cell = cells.find(
                  (one) => one.policy === policy.id && one.department === department,
                );
                return (
                  <td key={department}>
                    {cell === undefined ? null : <CellLink delivery={delivery} cell={cell} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** The same on a phone, where a table of departments would be empty on all that is in sight. */
function PolicyLines({ delivery }: { readonly delivery: Delivery }) {
  const text = useText(taskTexts);
  return (
    <ul className="monitoring-cards">
      {delivery.policies.map((policy) => (
        <li key={policy.id} className="monitoring-card">
          <strong>{policy.title === '' ? text('noPolicy') : policy.title}</strong>
          {delivery.cells
            .filter((one) => one.policy === policy.id)
            .map((cell) => (
              <span key={cell.department}>
                <small className="quiet">{cell.department}</small>{' '}
                <CellLink delivery={delivery} cell={cell} />
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

/** How many promises stand at which stage; a stage where none stands is left out. */
function CellLink({
  delivery,
  cell,
}: {
  readonly delivery: Delivery;
  readonly cell: Delivery['cells'][number];
}) {
  const text = useText(taskTexts);
  const { department, count, late, at } = cell;
  const policy = delivery.policies.find(({ id }) => id === cell.policy)?.title ?? '';
  const words = delivery.stages
    .map(({ title }, index) => ({ title: text.pick(title), here: at[index] ?? 0 }))
    .filter(({ here }) => here > 0)
    .map(({ title, here }) => `${title} ${here}`)
    .join(' · ');
  return (
    <>
      <Link
        to="/tasks"
        search={{ promises: 'yes' }}
        aria-label={`${words} ${text('cellSaid', { policy: policy === '' ? text('noPolicy') : policy, department, count, late })}`}
      >
        {words}
      </Link>{' '}
      {late === 0 ? null : <Chip meaning="over">{text('lateCount', { count: late })}</Chip>}
    </>
  );
}
