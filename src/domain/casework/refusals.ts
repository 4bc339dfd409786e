// Expected "no"s of cases: which rule, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchCase = {
  code: 'casework/no-such-case',
  status: 404,
  message: {
    zh: '没有这件办理，或它不在您的管辖范围内。',
    en: 'There is no such case, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchHousehold = {
  code: 'casework/no-such-household',
  status: 404,
  message: {
    zh: '没有这一户，或它不在您的管辖范围内。',
    en: 'There is no such household, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchProcess = {
  code: 'casework/no-such-process',
  status: 422,
  message: {
    zh: '这里生效的规则没有可办理的流程“{process}”。请从列出的流程里选。',
    en: 'The rules in force here have no process "{process}" that can be run. Choose one that is offered.',
  },
} as const satisfies RefusalKind;

export const alreadyOpen = {
  code: 'casework/already-open',
  status: 409,
  message: {
    zh: '这项流程正在办理，一次只办一件。请打开正在办理的那件。',
    en: 'This process is already open here. Only one at a time: open the case that is under way.',
  },
} as const satisfies RefusalKind;

export const alreadyLeft = {
  code: 'casework/already-left',
  status: 409,
  message: {
    zh: '{place}的“{process}”已在 {on} 办结，不再重复办理。要纠正的，请按返贫或更正的程序办。',
    en: '“{process}” of {place} ended on {on} and is not run again. To correct it, use the procedure for that.',
  },
} as const satisfies RefusalKind;

export const notAtThisStage = {
  code: 'casework/not-at-this-stage',
  status: 409,
  message: {
    zh: '本户现在的状态不能办理“{process}”。请先核对登记簿里的状态。',
    en: 'At the stage the household stands at, "{process}" cannot be run. Check its stage in the register first.',
  },
} as const satisfies RefusalKind;

export const rulesGone = {
  code: 'casework/rules-gone',
  status: 409,
  message: {
    zh: '这件办理开始时用的规则包 {pack} 没有安装在这里，不能继续。请让管理员装回那个版本。',
    en: 'The rules {pack} this case began with are not installed here, so it cannot go on. Ask the administrator to install that version again.',
  },
} as const satisfies RefusalKind;

export const caseEnded = {
  code: 'casework/ended',
  status: 409,
  message: {
    zh: '这件办理已经结束，不能再办。情况有变化的，请另开一件。',
    en: 'This case has ended and takes no more acts. If things have changed, begin a new one.',
  },
} as const satisfies RefusalKind;

export const actedMeanwhile = {
  code: 'casework/acted-meanwhile',
  status: 409,
  message: {
    zh: '您打开以后，{who}已经办了一步，现在到了“{step}”。您的内容没有提交；请看过再决定。',
    en: 'Since you opened it {who} has acted and the case stands at "{step}". Yours was not entered: look, then decide.',
  },
} as const satisfies RefusalKind;

export const notTheActor = {
  code: 'casework/not-the-actor',
  status: 403,
  message: {
    zh: '“{step}”由{actors}办理，您的账号不代表他们。请等他们办理。',
    en: '"{step}" is for {actors}, whom your account does not stand for. It waits for them.',
  },
} as const satisfies RefusalKind;

export const noSuchOutcome = {
  code: 'casework/no-such-outcome',
  status: 422,
  message: {
    zh: '“{step}”没有这个结果。请从列出的结果里选。',
    en: '"{step}" has no such outcome. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const ownWork = {
  code: 'casework/own-work',
  status: 409,
  message: {
    zh: '“{earlier}”是您自己办的，“{step}”要由另一人来审。请交给同事。',
    en: 'You did "{earlier}" yourself, so somebody else must do "{step}". Hand it to a colleague.',
  },
} as const satisfies RefusalKind;

export const officeAlone = {
  code: 'casework/office-alone',
  status: 409,
  message: {
    zh: '“{earlier}”是您自己办的，这里又没有别人可以办“{step}”，已转由{above}办理，您不用再做什么。',
    en: 'You did "{earlier}" yourself and nobody else here may do "{step}". It now waits for: {above}. You have nothing more to do.',
  },
} as const satisfies RefusalKind;

export const reasonMissing = {
  code: 'casework/reason-missing',
  status: 422,
  message: {
    zh: '不通过、退回、驳回和撤回都要写明理由，申请户看得到。',
    en: 'A refusal, a return, a rejection or a withdrawal needs its reason, which the household can read.',
  },
} as const satisfies RefusalKind;

export const meetingMissing = {
  code: 'casework/meeting-missing',
  status: 422,
  message: {
    zh: '“{step}”是会议，请填应到、实到和票数。',
    en: '"{step}" is a meeting: enter who was entitled, who came and how they voted.',
  },
} as const satisfies RefusalKind;

export const votesDoNotAddUp = {
  code: 'casework/votes-do-not-add-up',
  status: 422,
  message: {
    zh: '实到 {present} 人，票数合计 {votes}。实到不能超过应到 {due}，票数合计要等于实到。',
    en: '{present} were present and {votes} votes are counted. No more can be present than the {due} entitled, and votes must equal those present.',
  },
} as const satisfies RefusalKind;

export const noQuorum = {
  code: 'casework/no-quorum',
  status: 409,
  message: {
    zh: '应到 {due} 人，实到 {present} 人，不足法定的 {least} 人，会议不能作决定。请改期再开。',
    en: 'Of {due} entitled {present} came; {least} are needed for a decision. Call the meeting again.',
  },
} as const satisfies RefusalKind;

export const notCarried = {
  code: 'casework/not-carried',
  status: 409,
  message: {
    zh: '实到 {present} 人，赞成 {votes} 人，没有超过半数的要求（多于 {over} 人），不能按通过办理。',
    en: 'Of {present} present {votes} agreed, which is not more than {over}: this outcome is not carried.',
  },
} as const satisfies RefusalKind;

export const carried = {
  code: 'casework/carried',
  status: 409,
  message: {
    zh: '实到 {present} 人，赞成 {votes} 人，已经通过，不能按未通过办理。请核对票数。',
    en: 'Of {present} present {votes} agreed, so it was carried and cannot be entered as failed. Check the votes.',
  },
} as const satisfies RefusalKind;

export const notPosted = {
  code: 'casework/not-posted',
  status: 409,
  message: {
    zh: '公示还没有张贴。请先登记张贴的地点和日期。',
    en: 'The notice has not been put up. Enter where and when it was posted first.',
  },
} as const satisfies RefusalKind;

export const postedAlready = {
  code: 'casework/posted-already',
  status: 409,
  message: {
    zh: '公示已在 {on} 张贴，不用再登记。',
    en: 'The notice was put up on {on} already.',
  },
} as const satisfies RefusalKind;

export const notANotice = {
  code: 'casework/not-a-notice',
  status: 409,
  message: {
    zh: '现在不在公示中，只有公示期间可以张贴、提出异议和答复。',
    en: 'The case does not stand at a notice; posting, objecting and answering belong to one.',
  },
} as const satisfies RefusalKind;

export const noticeStands = {
  code: 'casework/notice-stands',
  status: 409,
  message: {
    zh: '公示要挂满 {term}，到 {last} 为止，不能提前结束。',
    en: 'The notice must hang for {term}, until {last}; it cannot be cut short.',
  },
} as const satisfies RefusalKind;

export const objectionOpen = {
  code: 'casework/objection-open',
  status: 409,
  message: {
    zh: '还有 {count} 条异议没有答复，公示不能结束。请先答复。',
    en: 'Objections without an answer: {count}. The notice cannot end before they are answered.',
  },
} as const satisfies RefusalKind;

export const noSuchObjection = {
  code: 'casework/no-such-objection',
  status: 404,
  message: {
    zh: '没有这条异议，或它已经答复过。',
    en: 'There is no such objection, or it was answered already.',
  },
} as const satisfies RefusalKind;

export const ownObjection = {
  code: 'casework/own-objection',
  status: 409,
  message: {
    zh: '这条异议是您自己提的，要由另一人答复。',
    en: 'You raised this objection yourself; somebody else must answer it.',
  },
} as const satisfies RefusalKind;

export const noWayBack = {
  code: 'casework/no-way-back',
  status: 409,
  message: {
    zh: '这项流程没有规定异议成立以后退到哪一步，不能认定成立。请上报修改规则。',
    en: 'The process does not say where an upheld objection leads, so it cannot be upheld. Ask for the rules to be changed.',
  },
} as const satisfies RefusalKind;

export const conditionFails = {
  code: 'casework/condition-fails',
  status: 409,
  message: {
    zh: '条件不满足，不能选“{outcome}”：{why}。',
    en: 'Its condition does not hold, so "{outcome}" is closed: {why}.',
  },
} as const satisfies RefusalKind;

export const conditionUnknown = {
  code: 'casework/condition-unknown',
  status: 409,
  message: {
    zh: '还缺资料，不能选“{outcome}”：{why}。请先把缺的填上。',
    en: 'Facts are missing, so "{outcome}" is closed: {why}. Enter what is missing first.',
  },
} as const satisfies RefusalKind;

export const notYoursToWithdraw = {
  code: 'casework/not-yours-to-withdraw',
  status: 403,
  message: {
    zh: '只有本户、开始办理的人和县扶贫办可以撤回。',
    en: 'Only the household, whoever began the case, and the county office may withdraw it.',
  },
} as const satisfies RefusalKind;

export const heardByCounty = {
  code: 'casework/heard-by-county',
  status: 403,
  message: {
    zh: '这条异议是群众提出的，由县里答复，以保护提出人。请联系县扶贫办。',
    en: 'This objection came from the public and is answered by the county, so that whoever raised it is protected. Ask the county office.',
  },
} as const satisfies RefusalKind;

export const tookPartBefore = {
  code: 'casework/took-part-before',
  status: 403,
  message: {
    zh: '您在这件办理里作过决定或张贴过公示，异议要由没有参与的人答复。请交给县里的另一位同事。',
    en: 'You decided in this case or posted its notice; an objection is answered by somebody who took no part. Leave it to a colleague of the county.',
  },
} as const satisfies RefusalKind;
