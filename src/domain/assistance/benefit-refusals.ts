// Expected "no"s of what is delivered, of departments' lists, and of what households say of them.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchBenefit = {
  code: 'assistance/no-such-benefit',
  status: 404,
  message: {
    zh: '没有这项帮扶记录，或不在您的管辖范围内。',
    en: 'There is no such record of help, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const listTooLong = {
  code: 'assistance/list-too-long',
  status: 422,
  message: {
    zh: '{area}的“{measure}”超过 {most} 行，一份名单核不完。请按乡镇分别开名单。',
    en: '"{measure}" in {area} comes to more than {most} rows, too many for one list. Ask for it township by township.',
  },
} as const satisfies RefusalKind;

export const unknownDetail = {
  code: 'assistance/unknown-detail',
  status: 422,
  message: {
    zh: '“{benefit}”没有“{list}：{code}”这一项。请从规则的清单里选。',
    en: '"{benefit}" has no "{list}: {code}". Choose from the lists of the rules.',
  },
} as const satisfies RefusalKind;

export const recipientDead = {
  code: 'assistance/recipient-dead',
  status: 422,
  message: {
    zh: '{name}已于 {left} 去世，不能再记 {on} 的“{benefit}”。如日期有误请更正；如款物已发出，请登记为问题追回。',
    en: '{name} died on {left}; "{benefit}" of {on} cannot be recorded. Correct the day, or enter it as a problem to be recovered if it was handed out.',
  },
} as const satisfies RefusalKind;

export const recipientGone = {
  code: 'assistance/recipient-gone',
  status: 422,
  message: {
    zh: '{name}在 {on} 不是这一户的成员，“{benefit}”记不到这里。请核对人和日期。',
    en: '{name} was no member of this household on {on}; "{benefit}" cannot be recorded here. Check the person and the day.',
  },
} as const satisfies RefusalKind;

export const personNeeded = {
  code: 'assistance/person-needed',
  status: 422,
  message: {
    zh: '“{benefit}”是给个人的，请选这一户的哪一位。',
    en: '"{benefit}" is for a person. Choose which member of the household.',
  },
} as const satisfies RefusalKind;

export const deliveredInFuture = {
  code: 'assistance/delivered-in-future',
  status: 422,
  message: {
    zh: '日期 {on} 在今天 {today} 之后。发放或办成以后再登记。',
    en: 'The day {on} is after today, {today}. Record it once it happened.',
  },
} as const satisfies RefusalKind;

export const recordedAlready = {
  code: 'assistance/recorded-already',
  status: 409,
  message: {
    zh: '{year} 年的“{benefit}”已经记过一次（{by}，{on}）。同一项只记一次；有出入请在那一条上更正。',
    en: '"{benefit}" of {year} was recorded once ({by}, {on}). It is recorded once; correct that record if it is wrong.',
  },
} as const satisfies RefusalKind;

export const stageOutOfOrder = {
  code: 'assistance/stage-out-of-order',
  status: 422,
  message: {
    zh: '“{benefit}”下一步是“{next}”，不能直接记“{stage}”。',
    en: 'The next stage of "{benefit}" is "{next}"; "{stage}" cannot be recorded yet.',
  },
} as const satisfies RefusalKind;

export const notDelivered = {
  code: 'assistance/not-delivered',
  status: 409,
  message: {
    zh: '“{benefit}”还没有登记送到，暂不能确认。没有收到可以提出。',
    en: '"{benefit}" is not recorded as delivered, so it cannot be confirmed. Say so if it did not arrive.',
  },
} as const satisfies RefusalKind;

export const nothingDisputed = {
  code: 'assistance/nothing-disputed',
  status: 409,
  message: {
    zh: '“{benefit}”没有人提出异议，不用答复。',
    en: 'Nobody disputes "{benefit}"; there is nothing to answer.',
  },
} as const satisfies RefusalKind;

export const ownDelivery = {
  code: 'assistance/own-delivery',
  status: 403,
  message: {
    zh: '“{benefit}”是您登记送到的，异议须由另一人核实答复。',
    en: 'You recorded "{benefit}" as delivered; somebody else has to look into the dispute.',
  },
} as const satisfies RefusalKind;

export const noSuchList = {
  code: 'assistance/no-such-list',
  status: 404,
  message: {
    zh: '没有这份名单，或不归您确认。',
    en: 'There is no such list, or it is not yours to confirm.',
  },
} as const satisfies RefusalKind;

export const listClosed = {
  code: 'assistance/list-closed',
  status: 409,
  message: {
    zh: '名单“{title}”已由{by}确认，不能再改。有出入请逐条更正。',
    en: 'The list "{title}" was confirmed by {by} and is closed. Correct single records instead.',
  },
} as const satisfies RefusalKind;

export const listIsEmpty = {
  code: 'assistance/list-is-empty',
  status: 422,
  message: {
    zh: '{area} 没有计划了“{measure}”而尚未登记的户，名单会是空的。',
    en: 'In {area} nobody is planned to get "{measure}" and still waits; the list would be empty.',
  },
} as const satisfies RefusalKind;

export const noSuchDepartment = {
  code: 'assistance/no-such-department',
  status: 422,
  message: {
    zh: '没有部门账号“{account}”，或不在您的管辖范围内。请先开通账号。',
    en: 'There is no department account "{account}", or it is outside your jurisdiction. Open it first.',
  },
} as const satisfies RefusalKind;

export const fileUnreadable = {
  code: 'assistance/file-unreadable',
  status: 422,
  message: {
    zh: '文件第一行须有“户编号”和“日期”两列（可另有“金额”“未办原因”）。现在读到：{found}。请从这份名单下载表格再填。',
    en: 'The first row needs the columns of the household number and of the day. Found: {found}. Download the sheet of this list and fill it in.',
  },
} as const satisfies RefusalKind;
