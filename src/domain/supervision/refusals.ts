// Expected "no"s of verification and samples: which rule, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchCampaign = {
  code: 'supervision/no-such-campaign',
  status: 404,
  message: {
    zh: '没有这一轮核查，或它不在您的管辖范围内。',
    en: 'There is no such round of checks, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchDesign = {
  code: 'supervision/no-such-design',
  status: 422,
  message: {
    zh: '这里生效的规则没有抽样方案“{design}”。请从列出的方案里选，或自己定阶段。',
    en: 'The rules in force here have no design "{design}". Choose one of those listed, or set stages of your own.',
  },
} as const satisfies RefusalKind;

export const sizeOutside = {
  code: 'supervision/size-outside-design',
  status: 422,
  message: {
    zh: '{unit}数是 {given}，方案要求 {least} 到 {most}。请改数量。',
    en: 'The number of units at the stage "{unit}" is {given}; the design asks for {least} to {most}. Change it.',
  },
} as const satisfies RefusalKind;

export const unsoundPlan = {
  code: 'supervision/unsound-plan',
  status: 422,
  message: {
    zh: '抽样阶段不成立：要从大到小，最后一步是随机抽户，按户数成比例的要写明个数。',
    en: 'These stages make no draw: they go from large areas to small ones, end with households at random, and a proportional stage names how many.',
  },
} as const satisfies RefusalKind;

export const chosenOutside = {
  code: 'supervision/chosen-outside',
  status: 422,
  message: {
    zh: '选定的 {code} 不在 {area} 里面。请只选范围内的地方。',
    en: 'The chosen {code} does not lie inside {area}. Choose places of the area alone.',
  },
} as const satisfies RefusalKind;

export const emptyFrame = {
  code: 'supervision/empty-frame',
  status: 422,
  message: {
    zh: '{area} 里没有可抽的户。请换范围或换抽取对象。',
    en: 'There is no household to draw in {area}. Change the area, or the households that are drawn from.',
  },
} as const satisfies RefusalKind;

export const unknownField = {
  code: 'supervision/unknown-field',
  status: 422,
  message: {
    zh: '“{field}”不能核验：登记表没有这一项，或它是不公开的号码。请从列出的项目里选。',
    en: '"{field}" cannot be verified: the form has no such field, or it is a sealed number. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const drawnAlready = {
  code: 'supervision/drawn-already',
  status: 409,
  message: {
    zh: '这一轮已在 {on} 抽过，一轮只抽一次。要再抽请另立一轮。',
    en: 'This round was drawn on {on}; a round is drawn once. Plan another to draw again.',
  },
} as const satisfies RefusalKind;

export const nothingToDraw = {
  code: 'supervision/nothing-to-draw',
  status: 409,
  message: {
    zh: '群众旁听不抽户。请登记旁听场次。',
    en: 'Where villagers watch, no household is drawn. Enter the sessions they sat in.',
  },
} as const satisfies RefusalKind;

export const notDrawn = {
  code: 'supervision/not-drawn',
  status: 409,
  message: {
    zh: '这一轮还没有抽样。请先抽样。',
    en: 'This round has not been drawn yet. Draw it first.',
  },
} as const satisfies RefusalKind;

export const closedAlready = {
  code: 'supervision/closed',
  status: 409,
  message: {
    zh: '这一轮已在 {on} 结束，不能再改。要再查请另立一轮。',
    en: 'This round ended on {on} and does not change any more. Plan another to check again.',
  },
} as const satisfies RefusalKind;

export const wrongCode = {
  code: 'supervision/wrong-code',
  status: 422,
  message: {
    zh: '没有这个组的口令。请向抽样人问清后再输入。',
    en: 'No team has this code. Ask whoever drew the sample, and enter it again.',
  },
} as const satisfies RefusalKind;

export const inAnotherTeam = {
  code: 'supervision/in-another-team',
  status: 409,
  message: {
    zh: '您已在“{team}”打分，一人只能在一组，两组才互不知情。',
    en: 'You score for "{team}" already. One person scores for one team, or the teams would know of each other.',
  },
} as const satisfies RefusalKind;

export const organiserScores = {
  code: 'supervision/organiser-scores',
  status: 409,
  message: {
    zh: '这一轮是您立项抽样的，能看到各组口令和进度，不能自己打分。请换别人打分。',
    en: 'You planned this round and see the codes of all teams, so you cannot score in it. Let somebody else score.',
  },
} as const satisfies RefusalKind;

export const notInTeam = {
  code: 'supervision/not-in-team',
  status: 403,
  message: {
    zh: '您不在这一轮的任何一组。请先输入组的口令。',
    en: 'You are in no team of this round. Enter the code of your team first.',
  },
} as const satisfies RefusalKind;

export const noSuchSample = {
  code: 'supervision/no-such-sample',
  status: 404,
  message: {
    zh: '这一户没有被抽中，或不在您的管辖范围内。',
    en: 'This household was not drawn, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const ownRecord = {
  code: 'supervision/own-record',
  status: 409,
  message: {
    zh: '这一户是您登记或改过的，不能由您复核。请让本组别人去。',
    en: 'You recorded this household yourself, so you cannot re-check it. Let another member of your team go.',
  },
} as const satisfies RefusalKind;

export const scoredAlready = {
  code: 'supervision/scored-already',
  status: 409,
  message: {
    zh: '“{team}”已给这一户打过分，打分不能改。要重打须先有纠偏通知。',
    en: '"{team}" has scored this household, and a score does not change. Scoring again needs an order to recalibrate.',
  },
} as const satisfies RefusalKind;

export const stillBlind = {
  code: 'supervision/still-blind',
  status: 403,
  message: {
    zh: '您的分数还没有交，不能看先前和别组的分数。请先打完自己的分。',
    en: 'Your own score is not in yet, so the first score and those of others stay closed. Enter yours first.',
  },
} as const satisfies RefusalKind;

export const sheetMismatch = {
  code: 'supervision/sheet-mismatch',
  status: 422,
  message: {
    zh: '评分表有 {expected} 项，交来 {given} 项。请逐项填完再交。',
    en: 'The sheet has {expected} items and {given} came. Fill in every item.',
  },
} as const satisfies RefusalKind;

export const pointsOutside = {
  code: 'supervision/points-outside',
  status: 422,
  message: {
    zh: '“{item}”得 {given} 分，评分表只许 {allowed}。请改这一项。',
    en: '"{item}" was given {given} points; the sheet allows {allowed}. Change this item.',
  },
} as const satisfies RefusalKind;

export const answersMissing = {
  code: 'supervision/answers-missing',
  status: 422,
  message: {
    zh: '复问的“{field}”还没有回答。请问过户主再交。',
    en: 'The question asked again, "{field}", has no answer. Ask the head of the household first.',
  },
} as const satisfies RefusalKind;

export const notAllScored = {
  code: 'supervision/not-all-scored',
  status: 409,
  message: {
    zh: '还有 {left} 份分数没有交。请催各组交齐，或写明理由后结束，缺的户记为未定。',
    en: '{left} scores are still missing. Ask the teams for them, or end the round with a reason; those households stay open.',
  },
} as const satisfies RefusalKind;

export const noSuchTeam = {
  code: 'supervision/no-such-team',
  status: 422,
  message: {
    zh: '这一轮没有“{team}”这一组。请从列出的组里选。',
    en: 'This round has no team "{team}". Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const noSuchOrder = {
  code: 'supervision/no-such-order',
  status: 404,
  message: {
    zh: '没有这份纠偏通知。',
    en: 'There is no such order to recalibrate.',
  },
} as const satisfies RefusalKind;

export const orderAnswered = {
  code: 'supervision/order-answered',
  status: 409,
  message: {
    zh: '这份纠偏通知已由 {by} 答复。',
    en: 'This order was answered by {by} already.',
  },
} as const satisfies RefusalKind;

export const orderPastDue = {
  code: 'supervision/order-past-due',
  status: 422,
  message: {
    zh: '答复期限 {due} 已过。请写今天或以后的日期。',
    en: 'The day {due} has passed. Give today or a later day.',
  },
} as const satisfies RefusalKind;

export const rulesGone = {
  code: 'supervision/rules-gone',
  status: 409,
  message: {
    zh: '这一轮开始时用的规则包 {pack} 没有安装在这里，不能继续。请让管理员装回那个版本。',
    en: 'The rules {pack} this round began with are not installed here, so it cannot go on. Ask the administrator to install that version again.',
  },
} as const satisfies RefusalKind;

export const closedWhileBlind = {
  code: 'supervision/closed-while-blind',
  status: 403,
  message: {
    zh: '“{round}”抽中了这一户，您这一组还没有打分。打分之前登记的内容不给看，免得受第一次评分的影响；打完分，户卡就会打开。',
    en: 'The round "{round}" drew this household and your team has not scored it. What is registered stays closed until then, so that the first score does not steer yours; once the score is in, the card opens.',
  },
} as const satisfies RefusalKind;
