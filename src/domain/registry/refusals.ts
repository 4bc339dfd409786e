// Expected "no" answers about households, members, income and conflicts: each names the rule and what
// to do next.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchHousehold = {
  code: 'registry/no-such-household',
  status: 404,
  message: {
    zh: '您的管辖范围内没有这一户。请核对户编号；如已搬到别处，请向上级查询。',
    en: 'There is no such household in your jurisdiction. Check the number; if it moved away, ask the level above.',
  },
} as const satisfies RefusalKind;

export const noSuchPerson = {
  code: 'registry/no-such-person',
  status: 404,
  message: {
    zh: '您的管辖范围内没有这个人，或他（她）不在这一户。请刷新页面后再试。',
    en: 'There is no such person in your jurisdiction, or not in this household. Refresh the page and try again.',
  },
} as const satisfies RefusalKind;

export const noSuchConflict = {
  code: 'registry/no-such-conflict',
  status: 404,
  message: {
    zh: '没有这个待定问题，可能已经处理。请刷新列表。',
    en: 'There is no such question; it may be settled already. Refresh the list.',
  },
} as const satisfies RefusalKind;

export const noSuchEntry = {
  code: 'registry/no-such-income-entry',
  status: 404,
  message: {
    zh: '这一户的台账里没有这笔记录。请刷新后再试。',
    en: 'The ledger of this household has no such entry. Refresh and try again.',
  },
} as const satisfies RefusalKind;

export const noSuchDay = {
  code: 'registry/no-such-day',
  status: 400,
  message: {
    zh: '“{path}”的 {day} 不是日历上的日期。请写成如 2016-09-30。',
    en: 'The {day} in "{path}" is no day of the calendar. Write it as 2016-09-30.',
  },
} as const satisfies RefusalKind;

/** Both sides are in the details (`ChangedSince` of the contract). */
export const changedSince = {
  code: 'registry/changed-since',
  status: 409,
  message: {
    zh: '您打开之后，别人改过同一项：{fields}。其余各项没有冲突。请对照两边的值后选定，或选“先放着”，两个值都会保留。',
    en: 'Since you opened it, somebody changed the same field: {fields}. The others do not conflict. Compare both values and choose, or keep both for later.',
  },
} as const satisfies RefusalKind;

export const invalidValue = {
  code: 'registry/invalid-value',
  status: 422,
  message: {
    zh: '“{path}”不能这样填（{problem}）。请改正后再提交。',
    en: 'The value of "{path}" cannot be accepted ({problem}). Correct it and send it again.',
  },
} as const satisfies RefusalKind;

export const fieldKeptByApplication = {
  code: 'registry/field-kept-by-application',
  status: 422,
  message: {
    zh: '“{field}”由系统从成员或收入台账算出，不能直接填写。请修改成员或台账。',
    en: 'The field "{field}" is computed from members or the income ledger and is never typed. Change the member or the ledger.',
  },
} as const satisfies RefusalKind;

export const areaByMove = {
  code: 'registry/area-by-move',
  status: 422,
  message: {
    zh: '住址所在区划不能在这里改。请用“搬迁”，写明从哪天起。',
    en: 'The area is not changed here. Record a move, with the day from which it holds.',
  },
} as const satisfies RefusalKind;

export const needsRoster = {
  code: 'registry/needs-roster',
  status: 403,
  message: {
    zh: '“{field}”由认定和退出的程序决定，只有可以导入名册的人（乡镇、县）能更正。请报乡镇扶贫站。',
    en: 'The field "{field}" follows from identification and exit; only who may import rosters (township, county) corrects it. Report it to the township station.',
  },
} as const satisfies RefusalKind;

export const inTheFuture = {
  code: 'registry/in-the-future',
  status: 422,
  message: {
    zh: '日期 {date} 在今天（{today}）之后。登记的是已经发生的事，请改为发生当天。',
    en: 'The day {date} is after today ({today}). The register holds what has happened; enter the day it happened.',
  },
} as const satisfies RefusalKind;

export const areaNotInForce = {
  code: 'registry/area-not-in-force',
  status: 422,
  message: {
    zh: '{on} 没有 {area} 这个行政村或村以下区划。请从区划列表中选择现行的村、屯或组。',
    en: 'On {on} there was no village, hamlet or group {area}. Choose one in force from the list of areas.',
  },
} as const satisfies RefusalKind;

export const areaBeyondScope = {
  code: 'registry/area-beyond-scope',
  status: 403,
  message: {
    zh: '目的地 {area} 不在您的管辖范围内。请由管辖两地的上级（乡镇或县）办理。',
    en: 'The destination {area} is outside your jurisdiction. Have the level above both places (township or county) record it.',
  },
} as const satisfies RefusalKind;

export const householdsOnly = {
  code: 'registry/named-households-only',
  status: 403,
  message: {
    zh: '您只负责指定的农户，不能新增、拆分或迁移农户。请报村委会办理。',
    en: 'You are responsible for named households and cannot add, split or move any. Report it to the village.',
  },
} as const satisfies RefusalKind;

export const householdNoTaken = {
  code: 'registry/household-no-taken',
  status: 409,
  message: {
    zh: '户编号 {householdNo} 在本县已经用过。请核对是否重复登记；新户可留空，由系统编号。',
    en: 'The household number {householdNo} is used in this county already. Check for a double registration; leave it empty to have one given.',
  },
} as const satisfies RefusalKind;

export const wrongIdCounty = {
  code: 'registry/id-of-another-county',
  status: 422,
  message: {
    zh: '这个编号（{id}）不是登记县 {county} 的编号。请由系统生成编号。',
    en: 'The id {id} does not carry the registration county {county}. Let the system make the id.',
  },
} as const satisfies RefusalKind;

export const oneHead = {
  code: 'registry/one-head',
  status: 422,
  message: {
    zh: '一户只能有一个户主，现有 {count} 人填为户主。请只保留一人，其他人改填与户主的关系。',
    en: 'A household has exactly one head; {count} are given. Keep one and enter the others’ relation to them.',
  },
} as const satisfies RefusalKind;

export const headNeeded = {
  code: 'registry/head-needed',
  status: 422,
  message: {
    zh: '户主离开后还有 {count} 人，需要指定新户主。请选择其中一人。',
    en: 'The head leaves {count} behind, who need a new head. Choose one of them.',
  },
} as const satisfies RefusalKind;

export const notPresent = {
  code: 'registry/not-present',
  status: 409,
  message: {
    zh: '{name} 在 {on} 不在这一户（已于 {left} 离开，或尚未加入）。请核对日期。',
    en: '{name} was not in the household on {on} (left on {left}, or had not joined yet). Check the day.',
  },
} as const satisfies RefusalKind;

export const wrongReason = {
  code: 'registry/wrong-member-reason',
  status: 422,
  message: {
    zh: '“{reason}”不是{way}的原因。可选：{choices}。',
    en: 'The code "{reason}" is no reason to {way}. Choose one of: {choices}.',
  },
} as const satisfies RefusalKind;

export const someoneStays = {
  code: 'registry/someone-stays',
  status: 422,
  message: {
    zh: '分户时原户至少要留一人。全家搬走请用“搬迁”。',
    en: 'At least one person stays when a household splits. If all of them go, record a move.',
  },
} as const satisfies RefusalKind;

export const notAmongThem = {
  code: 'registry/not-among-them',
  status: 422,
  message: {
    zh: '指定的户主不在相应的成员之中。请从{among}中选择。',
    en: 'The head chosen is not one of them. Choose from {among}.',
  },
} as const satisfies RefusalKind;

export const yearOutOfRange = {
  code: 'registry/income-year-out-of-range',
  status: 422,
  message: {
    zh: '收入年度 {year} 应在 {from} 至 {to} 之间。请核对。',
    en: 'The income year {year} lies outside {from} to {to}. Check it.',
  },
} as const satisfies RefusalKind;

export const reversedAlready = {
  code: 'registry/reversed-already',
  status: 409,
  message: {
    zh: '这笔记录已经冲销，或本身就是冲销记录。如金额有误，请另记一笔。',
    en: 'This entry is reversed already, or is a reversal itself. If an amount is wrong, enter another.',
  },
} as const satisfies RefusalKind;

export const nothingSealed = {
  code: 'registry/nothing-to-unmask',
  status: 404,
  message: {
    zh: '这一项没有登记，没有可以查看的内容。',
    en: 'Nothing is recorded here, so there is nothing to show.',
  },
} as const satisfies RefusalKind;

export const personNeeded = {
  code: 'registry/person-needed',
  status: 422,
  message: {
    zh: '查看证件号码要指明是哪位成员。',
    en: 'Say whose identity number is to be shown.',
  },
} as const satisfies RefusalKind;

export const settledAlready = {
  code: 'registry/settled-already',
  status: 409,
  message: {
    zh: '这个问题已由 {by} 处理。请刷新后查看结果。',
    en: 'This question was settled by {by}. Refresh to see how.',
  },
} as const satisfies RefusalKind;

export const notYoursToDecide = {
  code: 'registry/not-yours-to-decide',
  status: 403,
  message: {
    zh: '这个问题涉及不止一个{level}，由{owner}处理。请报上级。',
    en: 'This question reaches beyond one {level} and is decided by the {owner}. Report it upwards.',
  },
} as const satisfies RefusalKind;

export const choiceUnfit = {
  code: 'registry/choice-does-not-fit',
  status: 422,
  message: {
    zh: '这个问题不能这样处理（{problem}）。请重新选择。',
    en: 'This question cannot be settled this way ({problem}). Choose again.',
  },
} as const satisfies RefusalKind;

export const unknownColumn = {
  code: 'registry/unknown-column',
  status: 400,
  message: {
    zh: '没有“{column}”这一列，或它不能导出。可选：{choices}。',
    en: 'There is no column "{column}", or it cannot be exported. Choose from: {choices}.',
  },
} as const satisfies RefusalKind;
