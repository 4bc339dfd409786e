// Words for what had been decided about a household that has exited, on screens and on its sheet.
import { catalogue } from '#web/text/catalogue.ts';

export const decidedTexts = catalogue('why-decided', {
  zh: {
    title: '这一户已经脱贫，当时的决定是',
    LISTED: '列入：{day}',
    EXIT_ANNOUNCED: '脱贫公告：{day}',
    by: '，依据：',
    dayUnknown: '日期没有登记',
    scored: '{day} 评分：{total} 分',
    scoredUnknown: '{day} 评分：资料不全',
    workedOut:
      '下面是把 {day} 的情况和规则再算一遍的结果，只供对照，不是新的决定，也不改变当时的决定。',
    chip: '推算，不是决定',
    list: '按规则推算的结果',
    result: '推算的结果',
    sheetTitle: '关于您家脱贫以后一项推算的说明',
  },
  en: {
    title: 'This household has exited. What was decided then:',
    LISTED: 'Listed: {day}',
    EXIT_ANNOUNCED: 'Exit announced: {day}',
    by: ', by: ',
    dayUnknown: 'the day was not recorded',
    scored: 'Scored {day}: {total} points',
    scoredUnknown: 'Scored {day}: facts were missing',
    workedOut:
      'What stands below works the rules out again with the facts of {day}, for comparison: it is no new decision and changes none of those.',
    chip: 'worked out, not decided',
    list: 'Worked out by the rules',
    result: 'What the rules come to',
    sheetTitle: 'About your household since its exit',
  },
});
