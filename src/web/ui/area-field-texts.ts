import { catalogue } from '#web/text/catalogue.ts';

export const areaFieldTexts = catalogue('ui-area', {
  zh: { change: '改', choose: '选择', addArea: '加一处', removeArea: '去掉 {name}' },
  en: { change: 'Change', choose: 'Choose', addArea: 'Add a place', removeArea: 'Remove {name}' },
});
