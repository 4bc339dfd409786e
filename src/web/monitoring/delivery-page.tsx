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
  const { stages, cells, places } = delivery;
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
      <p className="small quiet">
        {text('stagesAre', { stages: stages.map(({ title }) => text.pick(title)).join(' · ') })}
      </p>
      <Matrix delivery={delivery} />
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

function Matrix({ delivery: { policies, departments, cells } }: { readonly delivery: Delivery }) {
  const text = useText(taskTexts);
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
          {policies.map((policy) => {
            const title = policy.title === '' ? text('noPolicy') : policy.title;
            return (
              <tr key={policy.id}>
                <th scope="row">{title}</th>
                {departments.map((department) => {
                  const cell = cells.find(
                    (one) => one.policy === policy.id && one.department === department,
                  );
                  if (cell === undefined) return <td key={department} />;
                  const { count, late, at } = cell;
                  return (
                    <td key={department}>
                      <Link
                        to="/tasks"
                        search={{ promises: 'yes' }}
                        aria-label={`${at.join(' · ')} ${text('cellSaid', { policy: title, department, count, late })}`}
                      >
                        {at.join(' · ')}
                      </Link>{' '}
                      {late === 0 ? null : <Chip meaning="over">{late}</Chip>}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrolled>
  );
}
