// What stands against an act of money besides the books: the project it is for, and the rules on shares. The
// project is read and held once, for both of them and for the posting that follows.
import type { Order } from '#domain/funds/order.ts';
import type { Context } from '#server/http/context.ts';
import { findProject } from './projects/project.store.ts';
import { type PayableProject, refuseProjectOrder } from './projects/refuse-unearned.ts';
import { refuseRatioLost } from './rules/refuse-ratio.ts';

export async function refuseOverlooked(
  context: Context,
  county: number,
  order: Order,
): Promise<PayableProject | undefined> {
  const project = await refuseProjectOrder(context.tx, county, order);
  const { to } = order;
  const row =
    project?.row ?? (to.project === null ? undefined : await findProject(context.tx, to.project));
  await refuseRatioLost(context, order, row);
  return project;
}
