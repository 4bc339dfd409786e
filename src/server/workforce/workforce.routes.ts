// Doors of helpers and of pairing.
import {
  addHelper,
  changeHelper,
  departHelper,
  endLeave,
  getCoverage,
  getHelper,
  giveLeave,
  listHelpers,
  setKin,
} from '#contract/workforce.ts';
import { helperTemplate, importHelpers } from '#contract/workforce-import.ts';
import {
  answerHandover,
  endPairing,
  listCandidates,
  listHandovers,
  listUncovered,
  offerHousehold,
  pairHousehold,
} from '#contract/workforce-pairing.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { coverageOf, uncoveredOf } from './coverage.ts';
import { answer, handoversOf, offer } from './handover.ts';
import { helperView } from './helper-view.ts';
import { importHelperRows, templateOfHelpers } from './import-helpers.ts';
import { comeBack, depart, leave } from './leave-and-departure.ts';
import { helpersOf } from './list-helpers.ts';
import { getHelperView } from './load-helper.ts';
import { editHelper, enterHelper, nameKin } from './manage-helper.ts';
import { candidatesFor, pair, unpair } from './pair.ts';

export const workforceRoutes: readonly Served[] = [
  serve(getCoverage, (context) => coverageOf(context)),
  serve(listHelpers, helpersOf),
  serve(addHelper, enterHelper),
  serve(helperTemplate, templateOfHelpers),
  serve(importHelpers, importHelperRows),
  serve(getHelper, async (context, { params }) =>
    helperView(context, await getHelperView(context, params.id)),
  ),
  serve(changeHelper, editHelper),
  serve(setKin, nameKin),
  serve(giveLeave, leave),
  serve(endLeave, comeBack),
  serve(departHelper, depart),
  serve(listUncovered, uncoveredOf),
  serve(listCandidates, candidatesFor),
  serve(pairHousehold, pair),
  serve(endPairing, unpair),
  serve(offerHousehold, offer),
  serve(answerHandover, answer),
  serve(listHandovers, handoversOf),
];
