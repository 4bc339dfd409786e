// Kept trials of the rules as scenarios of the board: which there are, and what one would do to each village,
// counted anew by the register of today.
import type { Board, getBoardScenario } from '#contract/insight-board.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { noSuchTrial } from '#domain/insight/refusals.ts';
import { Changes } from '#domain/insight/simulation/change.ts';
import { areaCode, isWithin, spanOf, villageDigits } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { readTrial } from '../simulation/asked-trial.ts';
import { simulate } from '../simulation/simulate.ts';
import { areasOf } from '../simulation/simulation-view.ts';
import { stoppable } from '../simulation/stoppable.ts';
import { findTrial, listTrialRecords } from '../simulation/trial.store.ts';

const scenariosMost = 30;

export async function scenariosOf({ tx, area, may }: Context): Promise<Board['scenarios']> {
  if (!may('insight.simulate')) return [];
  const rows = await listTrialRecords(tx, { span: spanOf(area), limit: scenariosMost });
  return rows
    .filter(({ area_code }) => area_code === area)
    .map(({ id, name, author_name, saved_at }) => ({ id, name, by: author_name, at: saved_at }));
}

export async function boardScenarioOf(
  context: Context,
  { query }: InputOf<typeof getBoardScenario>,
): Promise<OutputOf<typeof getBoardScenario>> {
  const { tx, area } = context;
  const kept = (await findTrial(tx, query.trial)) ?? refuse(noSuchTrial);
  if (!isWithin(area, areaCode(kept.area_code))) refuse(noSuchTrial);
  const asked = await readTrial(context, {
    on: kept.on_date,
    changes: Changes.parse(kept.changes),
    margin: kept.margin,
  });

  const where = { ...asked.where, digits: villageDigits };
  const trial = await stoppable(context, () => simulate(asked.base, asked.variant, { tx, where }));

  return {
    trial: kept.id,
    name: kept.name,
    reasons: kept.reasons,
    savedAt: kept.saved_at,
    by: kept.author_name,
    villages: areasOf(trial).map(({ code, enters, leaves }) => ({
      code,
      enters: enters.households,
      leaves: leaves.households,
    })),
  };
}
