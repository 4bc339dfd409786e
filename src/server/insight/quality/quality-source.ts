// Households that do not keep a rule of data quality, for whoever begins something for them.

import { narrowTo } from '#domain/access/actor.ts';
import { qualityRules } from '#domain/insight/quality/rules.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import type { HouseholdSource } from '#server/casework/household-source.ts';
import { standardOf } from './keep-quality.ts';
import { listFailingIds } from './quality.store.ts';

const ruleOf = (key: string) => qualityRules.find(({ id }) => id === key);

export const qualitySource: HouseholdSource = {
  kind: 'quality',
  titleOf: async (_context, key) => ruleOf(key)?.title,
  households: async ({ tx, platform, actor, area }, key) => {
    const rule = ruleOf(key);
    if (rule === undefined) return [];
    return listFailingIds(tx, {
      rule: rule.id,
      standard: standardOf(platform, area.slice(0, 6)),
      spans: narrowTo(actor, area).map(spanOf),
    });
  },
};
