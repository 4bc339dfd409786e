import { catalogue } from '#web/text/catalogue.ts';

export const projectNoticeTexts = catalogue('projectNotices', {
  zh: {
    topic_projectPlan: '项目实施前',
    topic_projectDone: '项目竣工后',
    unverified: '公示期的规则未核实',
    over: '已结束',
    hanging: '张贴中',
    projectBlock: '公告公示',
    projectAside: '实施前和竣工后各公示一次，{term}',
    projectNone: '还没有公示。',
    makePlan: '实施前公示',
    makeDone: '竣工公示',
    until: '{first} 至 {last}',
    withdrawn: '已撤下',
  },
  en: {
    topic_projectPlan: 'Project before it is built',
    topic_projectDone: 'Project when it is done',
    unverified: 'The rule on its days is unverified',
    over: 'over',
    hanging: 'hanging',
    projectBlock: 'Public notices',
    projectAside: 'Before it is built and when it is done, for {term}',
    projectNone: 'No notice was posted yet.',
    makePlan: 'Notice before it is built',
    makeDone: 'Notice of completion',
    until: '{first} to {last}',
    withdrawn: 'taken down',
  },
});
