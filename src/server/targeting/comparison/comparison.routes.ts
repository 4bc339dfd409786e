// Doors of departments' lists and leads.
import * as lists from '#contract/targeting-comparison.ts';
import * as leads from '#contract/targeting-leads.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { startCheck, startComparison } from './compare-list.ts';
import * as delivery from './deliver-list.ts';
import * as use from './leads.ts';
import { listDetail } from './list-view.ts';

export const comparisonRoutes: readonly Served[] = [
  serve(lists.listComparisonKinds, delivery.kindsOf),
  serve(lists.listComparisonLists, delivery.listsOf),
  serve(lists.createComparisonList, delivery.createList),
  serve(lists.getComparisonList, async (context, { params }) =>
    listDetail(context, await delivery.openList(context, params.id)),
  ),
  serve(lists.giveComparisonKey, delivery.giveKey),
  serve(lists.uploadComparisonFile, delivery.uploadFile),
  serve(lists.mapComparisonList, delivery.mapList),
  serve(lists.checkComparisonList, startCheck),
  serve(lists.runComparison, startComparison),
  serve(lists.discardComparisonList, delivery.discardList),
  serve(lists.listPairs, use.pairsOf),
  serve(lists.decidePair, use.decideOnPair),
  serve(leads.listLeads, use.leadsOf),
  serve(leads.countLeads, use.leadCounts),
  serve(leads.getLead, use.leadOf),
  serve(leads.householdLeads, use.leadsOfHousehold),
  serve(leads.answerLead, use.answer),
  serve(leads.decideLead, use.decide),
];
