// The conditions of the household list as words, in the order one says them: where, how far, why, what,
// how much, how many.
import { stages, stagesFrom } from '#domain/registry/stage.ts';
import type { Text } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import type { FilterPart } from '#web/ui/filter-sentence.tsx';
import type { FormWords } from './form-words.ts';
import type { HouseholdFilterName, HouseholdListSearch } from './household-list-search.ts';
import type { householdListTexts } from './household-list-texts.ts';

export type ListText = Text<NonNullable<(typeof householdListTexts)['key']>>;

/** On the register and not yet out of poverty by announcement. */
export const poorStages = 'LISTED,EXIT_APPLIED,EXIT_VERIFIED,EXIT_STANDARD';

interface Words {
  readonly text: ListText;
  readonly words: FormWords;
}

export function householdFilterParts(
  { text, words }: Words,
  search: HouseholdListSearch,
  change: (next: HouseholdListSearch) => void,
): readonly FilterPart[] {
  const removing = (...names: readonly HouseholdFilterName[]) => {
    const none = Object.fromEntries(names.map((name) => [name, undefined]));
    return () => change({ ...none, cursor: undefined });
  };
  const part = (names: readonly HouseholdFilterName[], said: string | undefined): FilterPart[] =>
    said === undefined ? [] : [{ key: names.join(), text: said, onRemove: removing(...names) }];
  const coded = (
    name: 'cause' | 'attribute' | 'measure',
    list: string,
    none: 'noneCause' | 'noneAttribute' | 'noneMeasure',
  ) => {
    const code = search[name];
    if (code === undefined) return [];
    return part([name], code === 'none' ? text(none) : words.code(list, code));
  };
  return [
    ...part(['registered'], registeredWords(text, search.registered)),
    ...part(['stage'], stageWords({ text, words }, search.stage)),
    ...coded('cause', 'cause', 'noneCause'),
    ...coded('attribute', 'povertyAttribute', 'noneAttribute'),
    ...coded('measure', 'measure', 'noneMeasure'),
    ...part(['helpClass'], classWords({ text, words }, search.helpClass)),
    ...part(['houseGrade'], gradeWords({ text, words }, search.houseGrade)),
    ...part(['ethnicity'], ethnicityWords({ text, words }, search.ethnicity)),
    ...part(['incomeFrom', 'incomeBelow'], incomeWords(text, search)),
    ...part(['incomeUnknown'], search.incomeUnknown === 'true' ? text('incomeUnknown') : undefined),
    ...part(['membersFrom', 'membersTo'], sizeWords(text, search)),
    ...part(['q'], search.q === undefined ? undefined : text('search', { q: search.q })),
  ];
}

function registeredWords(text: ListText, registered: string | undefined): string | undefined {
  if (registered === undefined) return undefined;
  return text(registered === 'true' ? 'stageRegistered' : 'stageSurveyedOnly');
}

function stageWords({ text, words }: Words, stage: string | undefined): string | undefined {
  if (stage === undefined) return undefined;
  if (stage === poorStages) return text('stagePoor');
  const from = stages.find(
    (one) => one !== 'EXIT_ANNOUNCED' && stagesFrom(one).join(',') === stage,
  );
  if (from !== undefined) return text('stageFrom', { stage: words.code('stage', from) });
  const labels = stage.split(',').map((one) => words.code('stage', one));
  return labels.join(text('or'));
}

function classWords({ text, words }: Words, code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  return code === 'none' ? text('noneClass') : words.code('difficultyClass', code);
}

function gradeWords({ text, words }: Words, grade: string | undefined): string | undefined {
  if (grade === undefined) return undefined;
  if (grade === 'none') return text('noneHouseGrade');
  return text('houseGrade', { grade: words.code('houseGrade', grade) });
}

function ethnicityWords({ text, words }: Words, code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  return text('ethnicity', { ethnicity: words.code('ethnicity', code) });
}

function incomeWords(text: ListText, search: HouseholdListSearch): string | undefined {
  const { incomeFrom, incomeBelow } = search;
  const from = incomeFrom === undefined ? '' : exactNumber(Number(incomeFrom));
  const below = incomeBelow === undefined ? '' : exactNumber(Number(incomeBelow));
  if (from !== '' && below !== '') return text('incomeBetween', { from, below });
  if (below !== '') return text('incomeBelow', { below });
  return from === '' ? undefined : text('incomeFrom', { from });
}

function sizeWords(text: ListText, search: HouseholdListSearch): string | undefined {
  const { membersFrom: from, membersTo: to } = search;
  if (from !== undefined && from === to) return text('members', { count: Number(from) });
  if (from !== undefined && to !== undefined) return text('membersBetween', { from, to });
  if (from !== undefined) return text('membersFrom', { from });
  return to === undefined ? undefined : text('membersTo', { to });
}
