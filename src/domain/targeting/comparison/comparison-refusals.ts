// Expected "no"s of department comparison: which rule, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchList = {
  code: 'targeting/no-such-list',
  status: 404,
  message: {
    zh: '没有这份名单，或它不归您管。',
    en: 'There is no such list, or it is not yours to see.',
  },
} as const satisfies RefusalKind;

export const noSuchKind = {
  code: 'targeting/no-such-list-kind',
  status: 422,
  message: {
    zh: '这里生效的规则没有“{kind}”这类比对名单。请从列出的类别里选。',
    en: 'The rules in force here know no list of the kind "{kind}". Choose one of those offered.',
  },
} as const satisfies RefusalKind;

export const noSuchLead = {
  code: 'targeting/no-such-lead',
  status: 404,
  message: {
    zh: '没有这条线索，或它不在您的管辖范围内。',
    en: 'There is no such lead, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchPair = {
  code: 'targeting/no-such-pair',
  status: 404,
  message: {
    zh: '没有这对疑似人员，或它不在您的管辖范围内。',
    en: 'There is no such pair, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const pairDecided = {
  code: 'targeting/pair-decided',
  status: 409,
  message: {
    zh: '这一对已经由{who}判定过，不用再判。',
    en: '{who} has decided this pair already.',
  },
} as const satisfies RefusalKind;

export const noFile = {
  code: 'targeting/list-has-no-file',
  status: 409,
  message: {
    zh: '这份名单还没有文件，或文件已经删除。请先上传。',
    en: 'The list has no file, or it was deleted. Upload one first.',
  },
} as const satisfies RefusalKind;

export const listBusy = {
  code: 'targeting/list-busy',
  status: 409,
  message: {
    zh: '这份名单正在处理，或已经比对完。要重新比对，请另建一份名单。',
    en: 'The list is being worked on, or was compared already. To compare again, begin another list.',
  },
} as const satisfies RefusalKind;

export const notChecked = {
  code: 'targeting/list-not-checked',
  status: 409,
  message: {
    zh: '这份名单还没有试读。请先试读，看过行数和问题再比对。',
    en: 'The list was not tried yet. Try it first and look at its rows and problems.',
  },
} as const satisfies RefusalKind;

export const nobodyNamed = {
  code: 'targeting/list-names-nobody',
  status: 422,
  message: {
    zh: '表里找不到身份证号、哈希或姓名这几列。请在“列的含义”里指定，或检查表头。',
    en: 'No column with a number, a hash or a name was found. Say which column it is, or check the headings.',
  },
} as const satisfies RefusalKind;

export const columnTwice = {
  code: 'targeting/list-column-twice',
  status: 422,
  message: {
    zh: '“{field}”指定给了两列。每个含义只能有一列。',
    en: 'Two columns were given the meaning "{field}". Each may stand for one column.',
  },
} as const satisfies RefusalKind;

export const keyMissing = {
  code: 'targeting/key-missing',
  status: 409,
  message: {
    zh: '这是哈希名单，但本次比对还没有发过密钥。请先发密钥，让部门用它重新生成。',
    en: 'This is a list of hashes, but no key was given for it. Give one and have the department make the file with it.',
  },
} as const satisfies RefusalKind;

export const keyGiven = {
  code: 'targeting/key-given',
  status: 409,
  message: {
    zh: '本次密钥已经发过，只显示一次。丢失的请另建一份名单。',
    en: 'The key of this list was given already and is shown once. If it is lost, begin another list.',
  },
} as const satisfies RefusalKind;

export const keyNotNeeded = {
  code: 'targeting/key-not-needed',
  status: 409,
  message: {
    zh: '这份名单已有文件，不能再发密钥。',
    en: 'The list has its file already, so no key can be given.',
  },
} as const satisfies RefusalKind;

export const keysMixed = {
  code: 'targeting/keys-mixed',
  status: 422,
  message: {
    zh: '{rows} 行里有 {wrong} 行是用另一把密钥生成的，比对不出结果，不是没有命中。请让部门用本次的密钥重新生成整份文件。',
    en: 'Of {rows} rows {wrong} were made with another key. They cannot match, which is not the same as no match: have the department make the whole file again with the key of this comparison.',
  },
} as const satisfies RefusalKind;

export const areaTooWide = {
  code: 'targeting/area-too-wide',
  status: 422,
  message: {
    zh: '没有身份证号的名单按姓名比对，一次只能比一个县。请在县一级建立名单。',
    en: 'A list without numbers is compared by names, one county at a time. Begin the list for a county.',
  },
} as const satisfies RefusalKind;

export const tooManyPairs = {
  code: 'targeting/too-many-pairs',
  status: 422,
  message: {
    zh: '按姓名会得出超过 {most} 对疑似人员，没有人看得完。请补上出生日期、住址，或改用身份证号。',
    en: 'By names there would be more than {most} pairs, more than anybody can look at. Add dates of birth and addresses, or use numbers.',
  },
} as const satisfies RefusalKind;

export const notOpen = {
  code: 'targeting/lead-not-open',
  status: 409,
  message: {
    zh: '这条线索已经答复过，正在等决定或已经决定。',
    en: 'The lead has been answered and waits for a decision, or is decided.',
  },
} as const satisfies RefusalKind;

export const notAnswered = {
  code: 'targeting/lead-not-answered',
  status: 409,
  message: {
    zh: '这条线索还没有答复，不能决定。请等村里答复。',
    en: 'The lead has not been answered yet and cannot be decided. It waits for the village.',
  },
} as const satisfies RefusalKind;

export const ownAnswer = {
  code: 'targeting/own-answer',
  status: 409,
  message: {
    zh: '这条线索是您自己答复的，要由另一人决定。',
    en: 'You answered this lead yourself; somebody else must decide it.',
  },
} as const satisfies RefusalKind;

export const hitsUnanswered = {
  code: 'targeting/hits-unanswered',
  status: 422,
  message: {
    zh: '还有 {count} 条命中没有答复。一户的命中要一起答复。',
    en: 'Hits without an answer: {count}. Those of a household are answered together.',
  },
} as const satisfies RefusalKind;

export const hitsUndecided = {
  code: 'targeting/hits-undecided',
  status: 422,
  message: {
    zh: '还有 {count} 条命中没有决定。请逐条决定。',
    en: 'Hits without a verdict: {count}. Decide each of them.',
  },
} as const satisfies RefusalKind;

export const noSuchRebuttal = {
  code: 'targeting/no-such-rebuttal',
  status: 422,
  message: {
    zh: '没有“{rebuttal}”这种申诉理由。请从列出的理由里选。',
    en: 'There is no rebuttal "{rebuttal}". Choose one of those offered.',
  },
} as const satisfies RefusalKind;

export const evidenceMissing = {
  code: 'targeting/evidence-missing',
  status: 422,
  message: {
    zh: '申诉要写明看过什么凭证，例如“车辆报废回收证明，2014年5月”。',
    en: 'A rebuttal needs its evidence: say which papers were seen, such as the certificate of scrapping of May 2014.',
  },
} as const satisfies RefusalKind;

export const otherLeadOpen = {
  code: 'targeting/other-lead-open',
  status: 409,
  message: {
    zh: '本户另有一条线索正在等答复，这条不能退回。请先办结那一条，或在这里作出决定。',
    en: 'Another lead of the household waits for an answer, so this one cannot be sent back. Settle that one first, or decide here.',
  },
} as const satisfies RefusalKind;

export const reasonMissing = {
  code: 'targeting/lead-reason-missing',
  status: 422,
  message: {
    zh: '决定和退回都要写明理由，本户看得到。',
    en: 'A decision or a return needs its reason, which the household can read.',
  },
} as const satisfies RefusalKind;

export const leadMovedOn = {
  code: 'targeting/lead-moved-on',
  status: 409,
  message: {
    zh: '您打开以后这条线索有了变化。您的内容没有提交；请看过再办。',
    en: 'The lead has changed since you opened it. Yours was not entered: look, then act.',
  },
} as const satisfies RefusalKind;
