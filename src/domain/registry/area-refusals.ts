// Expected "no" answers about areas.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchArea = {
  code: 'registry/no-such-area',
  status: 404,
  message: {
    zh: '{on} 没有区划 {area}。请核对代码和日期。',
    en: 'There was no area {area} on {on}. Check the code and the day.',
  },
} as const satisfies RefusalKind;

export const noOwnAreaHere = {
  code: 'registry/no-own-area-here',
  status: 422,
  message: {
    zh: '只能在行政村下增加自然屯，在自然屯下增加村民小组；{area} 不是这样的区划。',
    en: 'A hamlet is added below a village, a villager group below a hamlet; {area} is neither.',
  },
} as const satisfies RefusalKind;

export const areaCodeTaken = {
  code: 'registry/area-code-taken',
  status: 409,
  message: {
    zh: '代码 {area} 已用过。请换一个末三位，或留空由系统给出。',
    en: 'The code {area} was used before. Choose other last digits, or leave them to the system.',
  },
} as const satisfies RefusalKind;

export const areaNameTaken = {
  code: 'registry/area-name-taken',
  status: 409,
  message: {
    zh: '这里已有“{name}”（{area}）。请核对，同名的请加以区分。',
    en: 'There is a "{name}" here already ({area}). Check, or tell the two apart by their names.',
  },
} as const satisfies RefusalKind;

export const areaNotOwn = {
  code: 'registry/area-not-own',
  status: 422,
  message: {
    zh: '{area} 是国家公布的区划，不能在这里改名。改名应作为区划沿革写入规则包。',
    en: '{area} is a published division code and is not renamed here; a change of it belongs into the pack’s area revisions.',
  },
} as const satisfies RefusalKind;

export const areaRenamedSince = {
  code: 'registry/area-renamed-since',
  status: 409,
  message: {
    zh: '{area} 现在叫“{name}”，不是“{from}”。请刷新后再改。',
    en: '{area} is called "{name}" now, not "{from}". Reload and change it again.',
  },
} as const satisfies RefusalKind;

export const noSuchRevision = {
  code: 'registry/no-such-revision',
  status: 404,
  message: {
    zh: '{area} 没有区划沿革 {revision}。',
    en: '{area} has no area revision {revision}.',
  },
} as const satisfies RefusalKind;

export const revisionNotInForce = {
  code: 'registry/revision-not-in-force',
  status: 422,
  message: {
    zh: '该区划变动自 {on} 起生效，今天是 {today}，还不能应用。',
    en: 'This change counts from {on}; today is {today}, so it cannot be applied yet.',
  },
} as const satisfies RefusalKind;

export const revisionUnverified = {
  code: 'registry/revision-unverified',
  status: 422,
  message: {
    zh: '没有来源证明这一变动的去向。核实后，请勾选“已核实”再应用。',
    en: 'No source shows where this change leads. Once you have verified it, say so and apply it.',
  },
} as const satisfies RefusalKind;

export const revisionOpen = {
  code: 'registry/revision-open',
  status: 422,
  message: {
    zh: '{area} 还有 {households} 户没有去向。请先为它指定新的区划。',
    en: '{households} households of {area} have nowhere to go. Name their new area first.',
  },
} as const satisfies RefusalKind;

export const wrongAssignment = {
  code: 'registry/wrong-assignment',
  status: 422,
  message: {
    zh: '{from} 不能并入 {to}：{to} 须是本县在 {on} 存在的同级区划。',
    en: '{from} cannot go to {to}: that must be an area of this county at the same level on {on}.',
  },
} as const satisfies RefusalKind;

export const unreadableBoundaries = {
  code: 'registry/unreadable-boundaries',
  status: 422,
  message: {
    zh: '边界文件不能使用：{problem}',
    en: 'The outlines cannot be used: {problem}',
  },
} as const satisfies RefusalKind;

export const boundariesTooLarge = {
  code: 'registry/boundaries-too-large',
  status: 413,
  message: {
    zh: '边界文件超过 {megabytes} MB。请先简化边界。',
    en: 'The file of outlines is larger than {megabytes} MB. Simplify the outlines first.',
  },
} as const satisfies RefusalKind;
