// What changes hands in a merge, in words: tables of every capability that name a household. One that is not
// here goes with it all the same, as “other records”.
import type { Bilingual } from '#domain/kernel/refusal.ts';

const words: Readonly<Record<string, Bilingual>> = {
  registry_person: { zh: '家庭成员', en: 'members' },
  registry_income_entry: { zh: '收入记录', en: 'income entries' },
  registry_external_id: { zh: '外部系统编号', en: 'external numbers' },
  registry_glass: { zh: '辖区外查看', en: 'readings from outside' },
  kernel_attachment: { zh: '附件', en: 'attachments' },
  casework_case: { zh: '办理', en: 'cases' },
  casework_act: { zh: '办理动作', en: 'acts of cases' },
  casework_batch_record: { zh: '成批办理的记录', en: 'records of batches' },
  targeting_lead: { zh: '比对线索', en: 'leads' },
  targeting_hit: { zh: '比对命中', en: 'hits' },
  targeting_pair: { zh: '疑似同一人', en: 'pairs of a list' },
  targeting_recheck: { zh: '复核', en: 're-checks' },
  workforce_pairing: { zh: '帮扶结对', en: 'pairings' },
  workforce_handover: { zh: '结对交接', en: 'hand-overs' },
  workforce_visit: { zh: '走访', en: 'visits' },
  workforce_tie: { zh: '带动关系', en: 'ties to firms and co-operatives' },
  workforce_kin: { zh: '亲属关系', en: 'kinship with helpers' },
  assistance_plan: { zh: '帮扶计划', en: 'plans' },
  assistance_need: { zh: '帮扶需求', en: 'needs' },
  assistance_benefit: { zh: '帮扶兑现', en: 'benefits' },
  funds_project_household: { zh: '受益的项目', en: 'projects it is in' },
  funds_asset_share_row: { zh: '分到的收益', en: 'income it was given' },
  publicity_objection: { zh: '异议', en: 'objections' },
  supervision_entry: { zh: '核验记录', en: 'entries of checks' },
};

const others: Bilingual = { zh: '其他记录', en: 'other records' };

export function movedWord(relation: string): Bilingual {
  return words[relation] ?? others;
}

/** Rows by what they are called; several tables may be one thing to a reader. */
export function movedWords(
  rows: readonly { readonly relation: string; readonly rows: number }[],
): readonly { readonly what: Bilingual; readonly rows: number }[] {
  const byWord = new Map<Bilingual, number>();
  for (const { relation, rows: count } of rows) {
    if (hidden.has(relation)) continue;
    const word = movedWord(relation);
    byWord.set(word, (byWord.get(word) ?? 0) + count);
  }
  return [...byWord].map(([what, count]) => ({ what, rows: count }));
}

/** Parts of other rows, or of no interest to whoever merges. */
const hidden = new Set([
  'casework_act',
  'targeting_hit',
  'targeting_lead_act',
  'access_account',
  'registry_conflict',
]);
