import { catalogue } from '#web/text/catalogue.ts';

export const filterTexts = catalogue('ui-filter', {
  zh: { conditions: '条件', remove: '去掉条件：{condition}', edit: '改条件', clear: '全部去掉' },
  en: {
    conditions: 'Conditions',
    remove: 'Remove: {condition}',
    edit: 'Filter',
    clear: 'Remove all',
  },
});
