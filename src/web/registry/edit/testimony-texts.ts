import { catalogue } from '#web/text/catalogue.ts';

export const testimonyTexts = catalogue('testimony', {
  zh: {
    legend: '谁说的，凭什么',
    trueFrom: '从哪天起是这样',
    trueFromHint: '不是录入的日子，是事情发生的日子',
    source: '依据',
    sourceWords: '依据（写明）',
    authorName: '谁说的',
    authorHint: '自己看到的就不填；替别人录入时写那个人的姓名',
    reason: '说明',
  },
  en: {
    legend: 'Who says so, and on what ground',
    trueFrom: 'True from',
    trueFromHint: 'The day it happened, not the day it is typed',
    source: 'Rests on',
    sourceWords: 'Rests on (in words)',
    authorName: 'Said by',
    authorHint: 'Leave empty for yourself; write the name when you enter it for somebody else',
    reason: 'Remark',
  },
});
