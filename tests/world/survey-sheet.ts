// A survey as a county keeps it, one person a row, as .csv.
import { inventedNumber } from '#tests/fixtures/survey-sheet.ts';
import { places } from './cast.ts';

let order = 0;

export interface SurveyRow {
  readonly no: string;
  readonly village?: string;
  readonly name: string;
  readonly birth?: string;
  readonly identity?: string;
  readonly relation?: string;
  readonly house?: string;
  readonly wage?: string;
}

export const surveyHeadings =
  '户编号,村代码,姓名,证件号码,出生日期,与户主关系,住房面积,2015年工资性收入';

export function surveyCsv(rows: readonly SurveyRow[]): Buffer {
  const lines = rows.map((row) => {
    const birth = row.birth ?? '1970-01-01';
    order += 1;
    const identity = row.identity ?? inventedNumber(birth, order);
    const cells = [row.no, row.village ?? places.village, row.name, identity, birth];
    return [...cells, row.relation ?? '户主', row.house ?? '80', row.wage ?? '9000'].join(',');
  });
  return Buffer.from([surveyHeadings, ...lines].join('\r\n'));
}
