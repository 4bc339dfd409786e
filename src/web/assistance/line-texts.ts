// Words of the one line of each measure, on a household’s page.
import { catalogue } from '#web/text/catalogue.ts';

export const lineWords = {
  zh: {
    line: '帮扶：为什么、做什么、到了没有',
    noCause: '未填写致贫原因',
    primary: '主',
    primaryHint: '主要措施：统计归类只算这一项，其余措施照样执行',
    promised: '应得',
    arrived: '已得',
    noMeasure: '还没有审批过的措施',
    noMeasureFor: '计划里没有的',
    paidByBooks: '账上已付',
    more: '看计划和送到情况',
    late: '逾期',
    doneState_planned: '未开始',
    doneState_underway: '进行中',
    doneState_done: '已完成',
    doneState_stopped: '已停止',
    noDelivery: '没有送到记录',
    yuanWord: '元',
  },
  en: {
    line: 'Help: why, what, and whether it arrived',
    noCause: 'No cause recorded',
    primary: 'primary',
    primaryHint:
      'The primary measure: statistics count this one; the others are carried out all the same',
    promised: 'Promised',
    arrived: 'Received',
    noMeasure: 'No approved measure yet',
    noMeasureFor: 'not in the plan',
    paidByBooks: 'Paid by the books',
    more: 'Plan and deliveries',
    late: 'late',
    doneState_planned: 'Not begun',
    doneState_underway: 'Under way',
    doneState_done: 'Done',
    doneState_stopped: 'Stopped',
    noDelivery: 'No delivery recorded',
    yuanWord: 'yuan',
  },
} as const;

export const lineTexts = catalogue('assistance-line', lineWords);
