import { catalogue } from '#web/text/catalogue.ts';

export const areaTexts = catalogue('area', {
  zh: {
    search: '搜地名、拼音或代码',
    up: '上一级',
    whole: '{name} 全部',
    down: '看 {name} 的下级',
    nothing: '没有叫“{text}”的地方，请换个写法或用拼音。',
    empty: '下面没有登记的区划。',
  },
  en: {
    search: 'Place name, pinyin or code',
    up: 'One level up',
    whole: 'All of {name}',
    down: 'Divisions of {name}',
    nothing: 'No place is called “{text}”. Try another spelling or pinyin.',
    empty: 'No divisions are registered below.',
  },
});
