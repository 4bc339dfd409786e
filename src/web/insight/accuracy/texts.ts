import { catalogue } from '#web/text/catalogue.ts';

export const accuracyTexts = catalogue('insight.accuracy', {
  zh: {
    title: '八个准',
    help: '每一项三个数，各问一处，不相加也不互相代替：规则问登记本身，部门问别的台账，实地问户里。',
    item: '准什么',
    machine: '机器规则',
    department: '部门比对',
    field: '实地核查',
    wide: '八个准按县计算。在左上角的辖区里选一个县。',
    counted: '{right} / {of}',
    interval: '95% 区间 {low}–{high}',
    round: '实地核查来自“{title}”，{day} 结束。',
  },
  en: {
    title: 'Eight accuracies',
    help: 'Three numbers each, asked of three places and never added or exchanged: rules ask the register itself, departments their own records, field checks the household.',
    item: 'Of what',
    machine: 'Rules',
    department: 'Departments',
    field: 'In the field',
    wide: 'The accuracies are counted by county: choose one in the area at the top left.',
    counted: '{right} of {of}',
    interval: '95% interval {low}–{high}',
    round: 'Field checks come from “{title}”, closed on {day}.',
  },
});
