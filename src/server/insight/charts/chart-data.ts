// Which kinds of datum this installation can give. A kind that is not here is a gap on every chart that
// asks for it; whoever builds its capability adds its reader to the list.
import { both } from '#domain/insight/charts/chart-words.ts';
import { type DatumId, datumTitles } from '#domain/insight/charts/datum-words.ts';
import { financingDatum } from './data/financing.ts';
import { causesDatum, measuresByPartDatum, measuresDatum } from './data/groups.ts';
import { helpersDatum, householdPlansDatum } from './data/help.ts';
import { fundFlowDatum } from './data/money.ts';
import { inAndOutDatum, networkDatum } from './data/movements.ts';
import { documentsDatum, fundSourcesDatum, organisationDatum } from './data/pack-rows.ts';
import { processesDatum } from './data/processes.ts';
import { progressDatum } from './data/progress.ts';
import { projectsDatum } from './data/projects.ts';
import { householdTargetsDatum, rollDatum } from './data/roll.ts';
import { stagesDatum } from './data/stages.ts';
import { plansDatum, scheduleDatum } from './data/targets.ts';
import type { Datum, Made, Making } from './making.ts';

export const chartData: readonly Datum[] = [
  stagesDatum,
  causesDatum,
  measuresDatum,
  measuresByPartDatum,
  inAndOutDatum,
  networkDatum,
  householdTargetsDatum,
  rollDatum,
  plansDatum,
  organisationDatum,
  documentsDatum,
  processesDatum,
  progressDatum,
  scheduleDatum,
  fundSourcesDatum,
  financingDatum,
  fundFlowDatum,
  helpersDatum,
  householdPlansDatum,
  projectsDatum,
];

/** What a kind of datum gives here; a gap where nothing provides it. */
export async function readDatum(
  making: Making,
  id: DatumId,
  data: readonly Datum[] = chartData,
): Promise<Made> {
  const datum = data.find((one) => one.id === id);
  return datum === undefined ? { gap: notHere(id) } : datum.read(making);
}

function notHere(id: DatumId) {
  return {
    datum: id,
    title: datumTitles[id],
    why: both(
      '本系统还没有登记这类数据，所以这里空着，不编。',
      'This installation keeps no such data yet, so this stays empty; nothing is made up.',
    ),
  };
}
