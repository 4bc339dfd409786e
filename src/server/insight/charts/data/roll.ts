// Household by household, in a village and below: who, why, by what. Above a village a chart holds numbers
// and no names.
import type { ChartGap, ChartTable } from '#domain/insight/charts/chart-shape.ts';
import { both, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { type DatumId, datumTitles } from '#domain/insight/charts/datum-words.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { registeredStages } from '#domain/registry/stage.ts';
import { type ListedRow, listHouseholdRows } from '#server/registry/household-list.store.ts';
import { type Datum, fromRegister, type Making, titleOfCode } from '../making.ts';

const most = 1000;

export const rollDatum: Datum = {
  id: 'roll',
  read: (making) => tableOf(making, 'roll'),
};

export const householdTargetsDatum: Datum = {
  id: 'householdTargets',
  read: (making) => tableOf(making, 'householdTargets'),
};

async function tableOf(making: Making, datum: DatumId) {
  const { code, level, context } = making;
  const isVillage = level === 'village' || level === 'hamlet' || level === 'group';
  if (!isVillage) return { gap: aboveVillage(datum) };
  if (!context.may('registry.read')) return { gap: closed(datum) };
  const rows = await listHouseholdRows(context.tx, {
    sort: 'householdNo',
    after: undefined,
    limit: most,
    filter: {
      spans: [spanOf(code)],
      stages: registeredStages,
      cause: undefined,
      attribute: undefined,
      measure: undefined,
      houseGrade: undefined,
      helpClass: undefined,
      incomeFromFen: undefined,
      incomeBelowFen: undefined,
      incomeUnknown: false,
      membersFrom: undefined,
      membersTo: undefined,
      ethnicity: undefined,
      search: { kind: 'nothing' },
      households: [],
    },
  });
  return {
    panel: {
      datum,
      title: datumTitles[datum],
      drawing: null,
      table: rowsOf(making, rows),
      definition: both(
        '在册户逐户列出，含已脱贫的户；收入是最近一年的人均纯收入。',
        'Every registered household, those that exited included; income is that of the latest year, per head.',
      ),
      source: fromRegister,
      verified: true,
    },
  };
}

function rowsOf({ pack }: Making, rows: readonly ListedRow[]): ChartTable {
  return {
    columns: [
      { title: both('户', 'Household'), unit: null },
      { title: both('人口', 'Persons'), unit: 'person' },
      { title: both('主要原因', 'Main cause'), unit: null },
      { title: both('主要措施', 'Primary measure'), unit: null },
      { title: both('人均纯收入', 'Income per head'), unit: 'yuan' },
      { title: both('现在', 'Now'), unit: null },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      total: false,
      cells: [
        {
          kind: 'household',
          id: row.id,
          text: both(row.head_name ?? row.household_no, row.head_name ?? row.household_no),
        },
        numberCell(row.members),
        textCell(titleOfCode(pack, 'cause', row.primary_cause ?? '')),
        textCell(titleOfCode(pack, 'measure', row.primary_measure ?? '')),
        numberCell(row.income_per_head_fen === null ? null : row.income_per_head_fen / 100),
        textCell(titleOfCode(pack, 'stage', row.stage)),
      ],
    })),
  };
}

function aboveVillage(datum: DatumId): ChartGap {
  return {
    datum,
    title: datumTitles[datum],
    why: both('逐户的表到村才有。', 'The table of households is made for a village.'),
    remedy: both('请先选一个村。', 'Choose a village.'),
  };
}

function closed(datum: DatumId): ChartGap {
  return {
    datum,
    title: datumTitles[datum],
    why: both('逐户的表只给能看户的人看。', 'Households are shown to those who may read them.'),
  };
}
