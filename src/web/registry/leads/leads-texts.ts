import { catalogue } from '#web/text/catalogue.ts';

export const leadsTexts = catalogue('household-leads', {
  zh: {
    title: '部门比对线索',
    help: '线索不改变本户的状态',
    state_open: '等村里答复',
    state_answered: '等决定',
    outcome_cleared: '已排除',
    outcome_confirmed: '属实',
    hits_other: '{count} 条',
  },
  en: {
    title: 'Leads of comparison',
    help: 'A lead changes nothing of the household',
    state_open: 'For the village',
    state_answered: 'For a decision',
    outcome_cleared: 'Cleared',
    outcome_confirmed: 'Confirmed',
    hits_one: '{count} hit',
    hits_other: '{count} hits',
  },
});
