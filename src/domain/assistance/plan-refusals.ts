// Expected "no"s of causes, needs and plans.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchPlan = {
  code: 'assistance/no-such-plan',
  status: 404,
  message: {
    zh: '没有这份计划，或不在您的管辖范围内。',
    en: 'There is no such plan, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const notRegistered = {
  code: 'assistance/not-registered',
  status: 422,
  message: {
    zh: '{head}户没有列入贫困户，不作帮扶计划。请先按程序识别。',
    en: 'The household of {head} is not on the register, so no help is planned for it. Identify it by the process first.',
  },
} as const satisfies RefusalKind;

export const afterExit = {
  code: 'assistance/after-exit',
  status: 422,
  message: {
    zh: '{head}户已于 {on} 脱贫，不再新增措施“{measure}”。只有规则写明脱贫后仍可享受的项目可以继续，请从项目里选。',
    en: 'The household of {head} exited on {on}, so "{measure}" cannot be added. Only what the rules grant after exit goes on; choose it from the list of benefits.',
  },
} as const satisfies RefusalKind;

export const planIsOpen = {
  code: 'assistance/plan-is-open',
  status: 409,
  message: {
    zh: '第 {number} 版计划还没有审批完，请接着改这一版，不要另起一份。',
    en: 'Version {number} of the plan is not decided yet. Go on with it instead of beginning another.',
  },
} as const satisfies RefusalKind;

export const planChanged = {
  code: 'assistance/plan-changed',
  status: 409,
  message: {
    zh: '{by}刚刚改过这份计划（第 {revision} 次修改）。请刷新后再改，您填的内容还在页面上。',
    en: '{by} has just changed this plan (change {revision}). Reload it before you go on; what you typed is still on the page.',
  },
} as const satisfies RefusalKind;

export const planNotInState = {
  code: 'assistance/plan-not-in-state',
  status: 409,
  message: {
    zh: '这份计划现在是“{state}”，不能{act}。',
    en: 'This plan is now "{state}" and cannot be {act}.',
  },
} as const satisfies RefusalKind;

export const ownPlan = {
  code: 'assistance/own-plan',
  status: 403,
  message: {
    zh: '计划由您起草或报送，须由另一人审批。',
    en: 'You drafted or submitted this plan; somebody else has to approve it.',
  },
} as const satisfies RefusalKind;

export const planIsEmpty = {
  code: 'assistance/plan-is-empty',
  status: 422,
  message: {
    zh: '计划里还没有一项措施，不能报送。请至少选一项。',
    en: 'The plan has no measure yet and cannot be submitted. Choose at least one.',
  },
} as const satisfies RefusalKind;

export const planIncomplete = {
  code: 'assistance/plan-incomplete',
  status: 422,
  message: {
    zh: '第 {at} 项措施“{measure}”缺：{missing}。五要素齐全才能报送。',
    en: 'Measure {at}, "{measure}", lacks: {missing}. A plan is submitted with all five.',
  },
} as const satisfies RefusalKind;

export const primaryNeeded = {
  code: 'assistance/primary-needed',
  status: 422,
  message: {
    zh: '有几类措施时须从中定一项为主，供统计归类。请在所列措施里选一项。',
    en: 'Of several kinds of measures one is primary, for attribution. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const unknownMeasure = {
  code: 'assistance/unknown-measure',
  status: 422,
  message: {
    zh: '这里的规则没有措施“{measure}”。可用：{known}。',
    en: 'The rules here have no measure "{measure}". Known: {known}.',
  },
} as const satisfies RefusalKind;

export const unknownBenefit = {
  code: 'assistance/unknown-benefit',
  status: 422,
  message: {
    zh: '这里的规则没有项目“{benefit}”，或它不给这类对象。',
    en: 'The rules here have no benefit "{benefit}", or it is not for such a recipient.',
  },
} as const satisfies RefusalKind;

export const dueOutsidePlan = {
  code: 'assistance/due-outside-plan',
  status: 422,
  message: {
    zh: '“{measure}”的完成时限 {due} 不在计划年度 {from}—{to} 之内。请改时限或计划年度。',
    en: '"{measure}" is due on {due}, outside the years of the plan, {from} to {to}. Change the day or the years.',
  },
} as const satisfies RefusalKind;

export const unknownNeed = {
  code: 'assistance/unknown-need',
  status: 422,
  message: {
    zh: '清单“{list}”里没有“{code}”。可另写一句话。',
    en: 'The list "{list}" has no "{code}". It may be written in words instead.',
  },
} as const satisfies RefusalKind;

export const noSuchNeed = {
  code: 'assistance/no-such-need',
  status: 404,
  message: {
    zh: '没有这项还没解决的需求，或不在您的管辖范围内。',
    en: 'There is no such open need, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchMeasure = {
  code: 'assistance/no-such-measure',
  status: 404,
  message: {
    zh: '没有这项正在执行的措施，或不在您的管辖范围内。',
    en: 'There is no such measure of a plan in force, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noRulesHere = {
  code: 'assistance/no-rules-here',
  status: 422,
  message: {
    zh: '{area} 没有生效的政策包，不知道有哪些措施。请先安装政策包。',
    en: 'No policy pack is in force in {area}, so no measures are known. Install one first.',
  },
} as const satisfies RefusalKind;

export const villageNeeded = {
  code: 'assistance/village-needed',
  status: 422,
  message: {
    zh: '村计划须指明一个村，{area} 不是村。',
    en: 'A plan of a village names a village; {area} is none.',
  },
} as const satisfies RefusalKind;

export const bookTooWide = {
  code: 'assistance/book-too-wide',
  status: 422,
  message: {
    zh: '{area} 太大。村册按村打印，乡镇档按乡镇打印，请选一个村或乡镇。',
    en: '{area} is too wide. Registers are printed by village and files by township; choose one of them.',
  },
} as const satisfies RefusalKind;

export const nothingToPrint = {
  code: 'assistance/nothing-to-print',
  status: 422,
  message: {
    zh: '{area} 没有在册的户，没有可打印的。',
    en: 'There is no registered household in {area}, so there is nothing to print.',
  },
} as const satisfies RefusalKind;

export const noSuchPrint = {
  code: 'assistance/no-such-print',
  status: 404,
  message: {
    zh: '没有这份打印文件，或已被新的替换。请重新生成。',
    en: 'There is no such file, or a newer one took its place. Make it again.',
  },
} as const satisfies RefusalKind;
