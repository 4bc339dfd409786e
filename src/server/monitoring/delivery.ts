// Delivery of policies as a matrix: what each department promised of each policy, and where it stands.
import type { Delivery, getDelivery } from '#contract/monitoring-tasks.ts';
import type { InputOf } from '#contract/route.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import { onlyMine } from './problem-view.ts';
import { countDelivery, type DeliveryRecord } from './task.store.ts';
import { taskRules } from './task-view.ts';

export async function deliveryOf(
  context: Context,
  _input: InputOf<typeof getDelivery>,
): Promise<Delivery> {
  const { tx, area, today } = context;
  const stages = taskRules(context, area).promises?.states ?? [];
  const children = await listAreaChildren(tx, area, today);
  const digits = children[0]?.code.length ?? area.length;
  const rows = await countDelivery(tx, {
    span: spanOf(area),
    digits,
    owner: onlyMine(context),
    today,
  });
  const keyOf = ({ policy, document }: DeliveryRecord) => policy ?? document;
  const policies = new Map(rows.map((row) => [keyOf(row), row.document]));
  const departments = [...new Set(rows.map(({ department }) => department))].sort();
  const sum = (some: readonly DeliveryRecord[], what: 'count' | 'late' | 'done') =>
    some.reduce((all, row) => all + row[what], 0);
  return {
    stages: stages.map(({ id, title }) => ({ id, title })),
    policies: [...policies]
      .map(([id, title]) => ({ id, title }))
      .sort((one, other) => (one.title < other.title ? -1 : 1)),
    departments,
    cells: [...policies.keys()].flatMap((policy) =>
      departments.flatMap((department) => {
        const some = rows.filter((row) => keyOf(row) === policy && row.department === department);
        if (some.length === 0) return [];
        return {
          policy,
          department,
          count: sum(some, 'count'),
          late: sum(some, 'late'),
          done: sum(some, 'done'),
          at: stages.map(({ id }) =>
            sum(
              some.filter(({ stage }) => stage === id),
              'count',
            ),
          ),
        };
      }),
    ),
    places: children.flatMap(({ code, name }) => {
      const some = rows.filter(({ place }) => place === code);
      if (some.length === 0) return [];
      return {
        code,
        name,
        count: sum(some, 'count'),
        late: sum(some, 'late'),
        done: sum(some, 'done'),
      };
    }),
  };
}
