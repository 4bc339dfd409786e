// Doors of follow-up orders and circulars.
import * as doors from '#contract/monitoring-orders.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { circularOf, circularsOf, issue, issueCircularOf } from './issue-order.ts';
import { actOn, orderOf, orderPartsFor, ordersOf, partOf } from './orders.ts';

export const orderRoutes: readonly Served[] = [
  serve(doors.listOrders, ordersOf),
  serve(doors.listOrderParts, orderPartsFor),
  serve(doors.issueOrder, issue),
  serve(doors.getOrder, orderOf),
  serve(doors.getOrderPart, partOf),
  serve(doors.actOnOrder, actOn),
  serve(doors.listCirculars, circularsOf),
  serve(doors.getCircular, circularOf),
  serve(doors.issueCircular, issueCircularOf),
];
