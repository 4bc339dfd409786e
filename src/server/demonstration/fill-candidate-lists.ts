// Yearly lists of candidates for exit in a dozen villages, at each of their steps.
import { randomOf } from '#domain/demonstration/random.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { addDays } from '#domain/kernel/plain-date.ts';
import { candidateRuleOf } from '#domain/targeting/candidates/candidate-rule.ts';
import { drawInto, insertList } from '#server/targeting/candidates/candidate.store.ts';
import { ruleSql } from '#server/targeting/candidates/find-list.ts';
import { type ExitWorld, placeIn } from './exit-world.ts';
import { idOf, peopleOf } from './invent-case.ts';

/** Lists of this year in a dozen villages: being drawn, submitted and approved. */
export async function fillLists(world: ExitWorld, villages: readonly AreaCode[]): Promise<void> {
  const { tx, pack, county, seed, today } = world;
  const rule = candidateRuleOf(pack);
  if (rule === undefined) return;
  const number = Number(county);
  const random = randomOf(`${seed} candidates`);
  const drawnOn = addDays(today, -60);
  const states = ['approved', 'approved', 'submitted', 'draft'] as const;
  const chosen = villages
    .slice(-villages.length / 2)
    .filter((_, at) => at % 5 === 0)
    .slice(0, 12);
  const sql = ruleSql(pack, rule);
  for (const [index, area] of chosen.entries()) {
    const state = states[index % states.length] ?? 'draft';
    const { secretary, reviewers } = peopleOf(world, placeIn(world, area));
    const id = idOf(number, drawnOn, random);
    await insertList(tx, {
      county: number,
      id,
      area_code: area,
      year: Number(today.slice(0, 4)),
      pack: pack.id,
      pack_edition: pack.edition,
      decision: rule.decision.key,
      target: random.between(4, 18),
      state,
      drawn_on: drawnOn,
      drawn_by: secretary.account,
      drawn_by_name: secretary.name,
      submitted_by_name: state === 'draft' ? null : secretary.name,
      submitted_on: state === 'draft' ? null : addDays(drawnOn, 6),
      decided_by_name: state === 'approved' ? reviewers[0].name : null,
      decided_on: state === 'approved' ? addDays(drawnOn, 13) : null,
      reason: '',
    });
    await drawInto(
      tx,
      { county: number, id, area_code: area },
      {
        rule: sql,
        span: spanOf(area),
        by: {
          account: secretary.account,
          accountName: secretary.name,
          on: drawnOn,
          at: `${drawnOn}T03:00:00.000Z`,
        },
      },
    );
  }
}
