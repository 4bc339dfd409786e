// Two households that become one have one plan in force: that of the record that goes becomes an earlier
// version. Needs and benefits that both have stay with the record that goes, and are not counted twice.
import type { MergePart } from '#server/registry/duplicates/merge-part.ts';
import { bothDraft, replacePlanOfMerged, resumePlanOfMerged } from './merge-plan.store.ts';

const drafts = { zh: '还没有定下来的帮扶计划', en: 'a plan that is not decided yet' };

export const plansPart: MergePart = {
  settles: ['assistance_plan', 'assistance_need', 'assistance_benefit'],
  async hindrance({ tx }, merge) {
    return (await bothDraft(tx, merge)) ? drafts : undefined;
  },
  merging: ({ tx }, merge) => replacePlanOfMerged(tx, merge),
  undone: ({ tx }, merge) => resumePlanOfMerged(tx, merge),
};
