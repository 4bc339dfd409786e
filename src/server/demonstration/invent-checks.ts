// What the visits of exiting households found, item by item, as the register stands: for every case whose
// check at home was passed.
import { caseRulesOf } from '#domain/casework/case-rules.ts';
import { checklistOf } from '#domain/casework/checks/checklist.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { shownFact } from '#domain/policy/pack/shown-fact.ts';
import { shownValue } from '#domain/registry/event.ts';
import type { NewCheckRow } from '#server/casework/checks/check.store.ts';
import type { Tx } from '#server/database/connect.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import { listHouseholds } from '#server/registry/household.store.ts';
import { listPassedChecks } from './demonstration.store.ts';

interface World {
  readonly tx: Tx;
  readonly pack: ResolvedPack;
  readonly county: AreaCode;
}

export async function householdChecks({
  tx,
  pack,
  county,
}: World): Promise<readonly NewCheckRow[]> {
  const rows: NewCheckRow[] = [];
  for (const { row } of pack.rows.processes) {
    const rules = caseRulesOf(pack, row.id);
    if (rules?.subject !== 'household') continue;
    for (const step of rules.steps) {
      const items = checklistOf(pack, step, 'household');
      if (items.length === 0) continue;
      const passed = await listPassedChecks(tx, {
        span: spanOf(county),
        process: rules.process,
        step: step.id,
        outcome: step.outcomes[0]?.id ?? '',
      });
      const known = new Map(
        (
          await listHouseholds(
            tx,
            Number(county),
            passed.map((one) => one.household_id),
            'shown',
          )
        ).map((one) => [one.id, one]),
      );
      const judged = items.map((item) => {
        const rule = pack.criteria.get(item.id)?.rule;
        return { item, holds: rule === undefined ? undefined : compileToFunction(rule) };
      });
      for (const one of passed) {
        const household = known.get(one.household_id);
        if (household === undefined) continue;
        const values = Object.fromEntries(
          Object.entries(household.values).map(([field, value]) => [field, shownValue(value)]),
        );
        const facts = factsFor(pack, { values, items: household.items });
        for (const [at, { item, holds }] of judged.entries()) {
          const value = holds?.(facts) ?? null;
          rows.push({
            county: one.county,
            case_id: one.case_id,
            household_id: one.household_id,
            area_code: one.area_code,
            place: at + 1,
            step: step.id,
            item: item.id,
            seen: one.position - 1,
            // The case went on by it.
            holds: true,
            value: null,
            note: value === false ? '入户看到已达到，登记数据待更正（虚构）' : '',
            computed: typeof value === 'boolean' ? value : null,
            register: item.values.map(({ id, kind, label }) => {
              const fact = facts[id] ?? null;
              const shown = typeof fact === 'bigint' ? Number(fact) : fact;
              return {
                id,
                kind,
                label,
                value: Array.isArray(shown) ? [...shown] : shown,
                shown: shownFact(pack, id, shown),
                source: '',
                on: null,
              };
            }),
            paper: `入户核验记录第 ${at + 1} 号（虚构）`,
            seen_on: one.true_on,
            account: one.account,
            account_name: one.account_name,
            recorded_at: one.recorded_at,
          });
        }
      }
    }
  }
  return rows;
}
