// Expected "no"s of the grid: its cells, patrols and events.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const cellOfNoVillage = {
  code: 'workforce/cell-of-no-village',
  status: 422,
  message: {
    zh: '网格划在一个村里面。请先选一个村。',
    en: 'A cell lies within one village. Choose a village first.',
  },
} as const satisfies RefusalKind;

export const cellPlaceUnknown = {
  code: 'workforce/cell-place-unknown',
  status: 422,
  message: {
    zh: '{place} 不是这个村现有的屯或组。请从列出的里选。',
    en: '{place} is no hamlet of this village in force. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const cellOverlaps = {
  code: 'workforce/cell-overlaps',
  status: 409,
  message: {
    zh: '{place}已经在网格“{cell}”里，一个屯只在一个网格。请先从那个网格去掉。',
    en: '{place} lies in the cell “{cell}” already, and a hamlet lies in one cell only. Take it out there first.',
  },
} as const satisfies RefusalKind;

export const noSuchCell = {
  code: 'workforce/no-such-cell',
  status: 404,
  message: {
    zh: '没有这个网格，或不在您的管辖范围内。',
    en: 'There is no such cell, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const cellChanged = {
  code: 'workforce/cell-changed',
  status: 409,
  message: {
    zh: '网格“{cell}”刚被别人改过。请刷新后再改。',
    en: 'Somebody changed the cell “{cell}” meanwhile. Refresh and change it again.',
  },
} as const satisfies RefusalKind;

export const cellEnded = {
  code: 'workforce/cell-ended',
  status: 409,
  message: {
    zh: '网格“{cell}”在 {on} 已经撤销。请在现有的网格里选。',
    en: 'The cell “{cell}” was given up on {on}. Choose one of those in force.',
  },
} as const satisfies RefusalKind;

export const cellHasOpenEvents = {
  code: 'workforce/cell-has-open-events',
  status: 409,
  message: {
    zh: '网格“{cell}”还有 {count} 件事没有办结。请先办结再撤销。',
    en: '{count} events of the cell “{cell}” are not closed. Close them before giving the cell up.',
  },
} as const satisfies RefusalKind;

export const noSuchOfficer = {
  code: 'workforce/no-such-officer',
  status: 422,
  message: {
    zh: '这个账号不是本县能巡查网格的人。请选村、乡镇或帮扶责任人的账号，或只写姓名。',
    en: 'This account is of nobody who can patrol here. Choose one of the village, the township or a helper, or give a name alone.',
  },
} as const satisfies RefusalKind;

export const cellWithoutOfficer = {
  code: 'workforce/cell-without-officer',
  status: 409,
  message: {
    zh: '网格“{cell}”还没有网格员。请先登记网格员再记巡查。',
    en: 'The cell “{cell}” has no officer. Name one before a patrol is logged.',
  },
} as const satisfies RefusalKind;

export const patrolInFuture = {
  code: 'workforce/patrol-in-future',
  status: 422,
  message: {
    zh: '巡查日期 {on} 在今天 {today} 之后，或早于一年。请核对日期。',
    en: 'The patrol would be on {on}, after today, {today}, or more than a year ago. Check the day.',
  },
} as const satisfies RefusalKind;

export const patrolElsewhere = {
  code: 'workforce/patrol-elsewhere',
  status: 409,
  message: {
    zh: '这个编号的巡查已经记在别的网格下，没有重复写入。请重新填一次。',
    en: 'A patrol with this id was logged for another cell; nothing was written. Fill it in again.',
  },
} as const satisfies RefusalKind;

export const noSuchIncident = {
  code: 'workforce/no-such-incident',
  status: 404,
  message: {
    zh: '没有这件事，或不在您的管辖范围内。',
    en: 'There is no such event, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const incidentChanged = {
  code: 'workforce/incident-changed',
  status: 409,
  message: {
    zh: '这件事刚被别人办过一步。请刷新后再看。',
    en: 'Somebody acted on this event meanwhile. Refresh and look again.',
  },
} as const satisfies RefusalKind;

export const incidentClosed = {
  code: 'workforce/incident-closed',
  status: 409,
  message: {
    zh: '这件事{state}，不再办理。又出现请另外上报。',
    en: 'This event is {state}. Report it anew if it comes again.',
  },
} as const satisfies RefusalKind;

export const incidentNotHere = {
  code: 'workforce/incident-not-here',
  status: 409,
  message: {
    zh: '这件事现在是“{state}”，不能做这一步。请看它办到哪里。',
    en: 'This event is “{state}” now and this step is not next. See how far it is.',
  },
} as const satisfies RefusalKind;

export const incidentNotYours = {
  code: 'workforce/incident-not-yours',
  status: 403,
  message: {
    zh: '这一步由村、乡镇或被派到的人来做（现在是“{state}”）。请转告他们。',
    en: 'This step is for the village, the township or whoever it was sent to (it is “{state}”). Tell them.',
  },
} as const satisfies RefusalKind;

export const incidentOwnWork = {
  code: 'workforce/incident-own-work',
  status: 409,
  message: {
    zh: '是您自己处理的（现在是“{state}”），要由另一个人核实办结。请转告村或乡镇。',
    en: 'You handled this yourself (it is “{state}”); somebody else verifies and closes it. Ask the village or the township.',
  },
} as const satisfies RefusalKind;

export const incidentWordsMissing = {
  code: 'workforce/incident-words-missing',
  status: 422,
  message: {
    zh: '这一步要写一句话（现在是“{state}”）。请写处理了什么、为什么退回或怎样核实的。',
    en: 'This step needs a sentence (it is “{state}”): what was done, why it goes back, how it was verified.',
  },
} as const satisfies RefusalKind;

export const incidentHandlerMissing = {
  code: 'workforce/incident-handler-missing',
  status: 422,
  message: {
    zh: '派发要写谁处理、哪天办完（现在是“{state}”）。请补齐。',
    en: 'Dispatching needs who handles it and by when (it is “{state}”). Fill in both.',
  },
} as const satisfies RefusalKind;

export const incidentDayPast = {
  code: 'workforce/incident-day-past',
  status: 422,
  message: {
    zh: '办完日期 {day} 已经过去（现在是“{state}”）。请选今天或以后。',
    en: 'It would be due on {day}, which is past (it is “{state}”). Choose today or later.',
  },
} as const satisfies RefusalKind;
