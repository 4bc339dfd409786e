// Doors of writing to the register, of its questions, of sealed values and of the list as a file.
import {
  addPerson,
  changeHousehold,
  changePerson,
  departPerson,
  moveHousehold,
  splitHousehold,
} from '#contract/registry-changes.ts';
import { listConflicts, resolveConflict } from '#contract/registry-conflicts.ts';
import { unmaskValue } from '#contract/registry-history.ts';
import { exportHouseholds, registerHousehold } from '#contract/registry-households.ts';
import { recordIncome, reverseIncome } from '#contract/registry-income.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { changeHouseholdFields, changePersonFields } from './change-fields.ts';
import {
  joinHousehold,
  leaveHousehold,
  moveWholeHousehold,
  splitIntoTwo,
} from './change-members.ts';
import { conflictsOf, resolve } from './conflicts.ts';
import { exportList } from './export-households.ts';
import { incomeLedgerOf } from './household-income.ts';
import { enterIncome, takeBackIncome } from './record-income.ts';
import { registerByHand } from './register-household.ts';
import { unmask } from './unmask-value.ts';

export const householdWriteRoutes: readonly Served[] = [
  serve(registerHousehold, (context, { body }) => registerByHand(context, body)),
  serve(changeHousehold, (context, { params, body }) =>
    changeHouseholdFields(context, params.id, body),
  ),
  serve(changePerson, (context, { params, body }) => changePersonFields(context, params.id, body)),
  serve(addPerson, joinHousehold),
  serve(departPerson, leaveHousehold),
  serve(splitHousehold, splitIntoTwo),
  serve(moveHousehold, moveWholeHousehold),
  serve(recordIncome, async (context, input) => {
    await enterIncome(context, input);
    return incomeLedgerOf(context, input.params.id);
  }),
  serve(reverseIncome, async (context, input) => {
    await takeBackIncome(context, input);
    return incomeLedgerOf(context, input.params.id);
  }),
  serve(unmaskValue, unmask),
  serve(listConflicts, conflictsOf),
  serve(resolveConflict, resolve),
  serve(exportHouseholds, (context, { query }) => exportList(context, query)),
];
