import { catalogue } from '#web/text/catalogue.ts';

export const importSheetTexts = catalogue('import-sheet', {
  zh: {
    sheet: '下载表格',
    choose: '选择文件',
    busy: '正在读取…',
    refused_other: '{count} 行没有登记：',
    row: '第 {row} 行',
  },
  en: {
    sheet: 'Download the sheet',
    choose: 'Choose a file',
    busy: 'Reading…',
    refused_one: '{count} row was not taken:',
    refused_other: '{count} rows were not taken:',
    row: 'Row {row}',
  },
});
