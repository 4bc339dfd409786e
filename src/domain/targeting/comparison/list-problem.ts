// What can be wrong with a row of a department's list, each with a sentence that says what to do. A row
// with an error is compared with nobody; a warning only loses the value it is about.
import { type Bilingual, fill, type RefusalFacts } from '#domain/kernel/refusal.ts';
import { identityProblems } from '#domain/registry/identity-number.ts';

interface ProblemKind {
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
}

const ownProblems = {
  'targeting/row-names-nobody': error(
    '这一行没有身份证号，也没有姓名，无法比对；请补上，或删去合计行。',
    'The row has neither a number nor a name and cannot be compared; complete it, or delete rows of sums.',
  ),
  'targeting/name-too-short': error(
    '姓名少于两个字，无法比对；请写全名。',
    'The name has less than two characters and cannot be compared; write it in full.',
  ),
  'targeting/birth-unreadable': warning(
    '出生日期认不出，比对时不用；请写成 1970-05-06。',
    'The date of birth cannot be read and is not used; write it as 1970-05-06.',
  ),
  'targeting/since-unreadable': warning(
    '起始日期认不出，线索里不显示；请写成 2015-05-06。',
    'The starting day cannot be read and is not shown with a lead; write it as 2015-05-06.',
  ),
  'targeting/since-in-future': warning(
    '起始日期晚于今天（{today}）；请核对年份。',
    'The starting day is later than today ({today}); check the year.',
  ),
  'targeting/row-twice': warning(
    '与第 {row} 行的人员和事项相同，只比对一次；请核对是否重复导出。',
    'The same person and object as in row {row}, compared once; check whether it was exported twice.',
  ),
  'targeting/hash-malformed': error(
    '哈希应为 64 位十六进制；请用 bangfu match hash 重新生成，不要在表格软件里改动。',
    'A hash has 64 hexadecimal digits; make it again with bangfu match hash and do not edit it in a spreadsheet.',
  ),
  'targeting/other-key': error(
    '这一行是用另一把密钥生成的，与登记簿对不上；请用本次比对的密钥重新生成整份文件。',
    'This row was made with another key and cannot be compared; make the whole file again with the key of this comparison.',
  ),
} as const satisfies Record<string, ProblemKind>;

export const listProblems = { ...identityProblems, ...ownProblems };
export type ListProblemCode = keyof typeof listProblems;

export interface ListProblem {
  readonly row: number;
  /** 0-based; null where no one column is to blame. */
  readonly column: number | null;
  readonly code: ListProblemCode;
  readonly facts: RefusalFacts;
}

export function isError({ code }: Pick<ListProblem, 'code'>): boolean {
  return listProblems[code].severity === 'error';
}

export function listProblemMessage({
  code,
  facts,
}: Pick<ListProblem, 'code' | 'facts'>): Bilingual {
  const { message } = listProblems[code];
  return { zh: fill(message.zh, facts), en: fill(message.en, facts) };
}

function error(zh: string, en: string): ProblemKind {
  return { severity: 'error', message: { zh, en } };
}

function warning(zh: string, en: string): ProblemKind {
  return { severity: 'warning', message: { zh, en } };
}
