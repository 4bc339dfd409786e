// Expected "no" answers about duplicates: each names the rule and what to do next.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchPair = {
  code: 'registry/no-such-pair',
  status: 404,
  message: {
    zh: '您的管辖范围内没有这一对疑似重复户，可能其中一户已搬走或已经合并。请刷新列表。',
    en: 'There is no such pair in your jurisdiction; one of the two may have moved away or been merged. Refresh the list.',
  },
} as const satisfies RefusalKind;

export const sameHousehold = {
  code: 'registry/same-household',
  status: 422,
  message: {
    zh: '两边是同一户（{householdNo}）。请选另一户。',
    en: 'Both are one household ({householdNo}). Choose another one.',
  },
} as const satisfies RefusalKind;

export const twoCounties = {
  code: 'registry/two-counties',
  status: 422,
  message: {
    zh: '两户登记在不同的县，不能合并。两县各会看到一条“证件号在外县重复”的问题，请两县核实后由登记错误的一方更正。',
    en: 'The two are registered in different counties and cannot be merged. Each county is told of the number as a question; check it together, and the one that registered wrongly corrects it.',
  },
} as const satisfies RefusalKind;

export const pairNotOpen = {
  code: 'registry/pair-not-open',
  status: 409,
  message: {
    zh: '这一对已经有人处理（现为：{state}）。请刷新后再看。',
    en: 'Somebody dealt with this pair already (now: {state}). Refresh and look again.',
  },
} as const satisfies RefusalKind;

export const keepTheFurther = {
  code: 'registry/keep-the-further',
  status: 422,
  message: {
    zh: '要保留的 {kept} 的阶段（{keptStage}）在另一户 {gone}（{goneStage}）之前。请改为保留 {gone}，以免名单上少一户。',
    en: '{kept}, which would stay, is at an earlier stage ({keptStage}) than {gone} ({goneStage}). Keep {gone}, so that no listed household is lost.',
  },
} as const satisfies RefusalKind;

export const stillOpen = {
  code: 'registry/merge-still-open',
  status: 409,
  message: {
    zh: '两户还有未了结的：{what}。合并后只能有一件，请先了结，再合并。',
    en: 'Something of the two is still open: {what}. One household has one of these only; finish it first, then merge.',
  },
} as const satisfies RefusalKind;

export const notSameVersion = {
  code: 'registry/pair-changed',
  status: 409,
  message: {
    zh: '提出合并之后，{householdNo} 又有改动。请退回，重新对照后再提。',
    en: '{householdNo} was changed since the merge was proposed. Return it, compare again and propose anew.',
  },
} as const satisfies RefusalKind;

export const ownProposal = {
  code: 'registry/own-proposal',
  status: 403,
  message: {
    zh: '这次合并是您提出的，须由另一个人确认。',
    en: 'You proposed this merge; somebody else has to confirm it.',
  },
} as const satisfies RefusalKind;

export const wrongMember = {
  code: 'registry/wrong-member',
  status: 422,
  message: {
    zh: '“{name}”的去向没有说清：每个人须对应保留户的一个人（每人只一次），或并入，或不并入。',
    en: 'It is not clear where "{name}" goes: each person is one person of the household that stays (once each), or joins it, or is left out.',
  },
} as const satisfies RefusalKind;

export const builtOn = {
  code: 'registry/merge-built-on',
  status: 409,
  message: {
    zh: '合并之后又登记了随之并入的人：{names}。撤销会丢掉这些登记；请改用“分户”，或先把那些改动改回。',
    en: 'Since the merge something was recorded of people who came with it: {names}. Undoing would lose it; split the household instead, or take those changes back first.',
  },
} as const satisfies RefusalKind;

export const wasMerged = {
  code: 'registry/household-merged',
  status: 410,
  message: {
    zh: '这一户查明是重复登记，已并入 {householdNo}。请到那一户查看；错了可以撤销合并。',
    en: 'This household was found to be a duplicate and merged into {householdNo}. Look there; a merge can be undone.',
  },
} as const satisfies RefusalKind;

export const tooManyCandidates = {
  code: 'registry/too-many-candidates',
  status: 422,
  message: {
    zh: '要比对的组合有 {candidates} 对，超过 {most} 对。请按乡镇逐个查找。',
    en: 'There are {candidates} candidate pairs, more than {most}. Search township by township.',
  },
} as const satisfies RefusalKind;
