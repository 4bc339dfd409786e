// What a value rests on, in words: `visit`, `householdBook`, `department:education`, or as written.
import type { Language } from '#domain/kernel/refusal.ts';
import { type Catalogue, catalogue, textIn, useText } from '#web/text/catalogue.ts';

export const sourceTexts = catalogue('source', {
  zh: {
    visit: '入户走访',
    survey: '入户调查',
    householdBook: '户口簿',
    identityCard: '身份证',
    bankStatement: '银行流水',
    certificate: '证件原件',
    statement: '本人口述',
    import: '表格导入',
    application: '本户申请',
    countyReview: '县级审核',
    townshipReview: '乡镇审核',
    doubleConfirmation: '双认定签字',
    plan: '帮扶计划',
    landContract: '土地承包合同',
    conflict: '判断分歧',
    housing: '住建部门',
    case: '办理结果',
    register: '登记册',
    demonstration: '演示数据',
    department: '部门数据（{name}）',
    other: '其他（写明）',
  },
  en: {
    visit: 'Visit at home',
    survey: 'Household survey',
    householdBook: 'Household book',
    identityCard: 'Identity card',
    bankStatement: 'Bank statement',
    certificate: 'Certificate seen',
    statement: 'Said by themselves',
    import: 'Imported table',
    application: 'Their own application',
    countyReview: 'County review',
    townshipReview: 'Township review',
    doubleConfirmation: 'Signed by both sides',
    plan: 'Assistance plan',
    landContract: 'Land contract',
    conflict: 'Decision of a disagreement',
    housing: 'housing department',
    case: 'Outcome of a case',
    register: 'The register',
    demonstration: 'Demonstration data',
    department: 'Department data ({name})',
    other: 'Other (in words)',
  },
});

type Known = typeof sourceTexts extends Catalogue<infer Key> ? Key : never;

/** What a person may choose when they write. */
export const sourceChoices = [
  'visit',
  'householdBook',
  'identityCard',
  'bankStatement',
  'certificate',
  'statement',
] as const;

export function useSourceWords(): (source: string) => string {
  return sourceWordsOf(useText(sourceTexts));
}

/** In the language of a paper, whatever that of the screen. */
export function sourceWordsIn(language: Language): (source: string) => string {
  return sourceWordsOf(textIn(language, sourceTexts));
}

function sourceWordsOf(text: ReturnType<typeof useText<Known>>): (source: string) => string {
  return (source) => {
    const [kind = '', name = ''] = source.split(':', 2);
    if (kind === 'department' && name !== '') {
      return text('department', { name: text.has(name) ? text(name) : name });
    }
    // The id of a case is for machines; the household's page lists it.
    if (kind === 'case') return text('case');
    if (name !== '' && text.has(kind)) return `${text(kind)}，${name}`;
    return text.has(source) ? text(source) : source;
  };
}
