// What can be wrong with one row, as a catalogue: each kind has its severity and a sentence per
// language that names the rule and the remedy. An error keeps the household out; a warning does not.
// Problems carry facts, never sentences, and never a sensitive value in the open.

import type { ImportFieldId } from '#domain/exchange/import-field.ts';
import { type Bilingual, fill, type RefusalFacts } from '#domain/kernel/refusal.ts';
import { identityProblems } from '#domain/registry/identity-number.ts';

export type Severity = 'error' | 'warning';

export interface ProblemKind {
  readonly severity: Severity;
  readonly message: Bilingual;
}

export interface RowProblem {
  readonly row: number;
  /** 0-based; null where no one column is to blame. */
  readonly column: number | null;
  readonly field: ImportFieldId | null;
  /** As written, masked where the field is sensitive. */
  readonly value: string;
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly facts: RefusalFacts;
}

const exchangeProblems = {
  'exchange/date-unreadable': error(
    '不是可识别的日期；请写成 2016-09-30、2016/9/30、2016.9.30、2016年9月30日 或 20160930。',
    'Not a date that can be read; write 2016-09-30, 2016/9/30, 2016.9.30, 2016年9月30日 or 20160930.',
  ),
  'exchange/date-in-future': error(
    '日期晚于今天（{today}）；请核对年份。',
    'The date is later than today ({today}); check the year.',
  ),
  'exchange/number-unreadable': error(
    '应填数字，这里是文字；请只填数字，单位写在表头。',
    'A number is expected and this is text; enter digits only and keep the unit in the heading.',
  ),
  'exchange/number-not-whole': error(
    '应为整数；请去掉小数或更正。',
    'A whole number is expected; remove the decimals or correct it.',
  ),
  'exchange/number-negative': error('不能为负数；请更正。', 'It cannot be negative; correct it.'),
  'exchange/number-out-of-range': error(
    '超出合理范围 {min} 至 {max}；请核对单位和小数点。',
    'Outside the possible range {min} to {max}; check the unit and the decimal point.',
  ),
  'exchange/income-negative': error(
    '收入和支出应填正数，支出由系统扣减；请更正。',
    'Income and cost are entered as positive figures, cost is subtracted; correct it.',
  ),
  'exchange/income-unreadable': error(
    '不是可识别的金额；请填元，例如 3500 或 3500.50，也可写 1.2万。',
    'Not an amount that can be read; enter yuan such as 3500 or 3500.50; 1.2万 is understood too.',
  ),
  'exchange/code-unknown': error(
    '不在“{list}”的选项中；请改用选项中的名称或代码。',
    'Not one of the choices of "{list}"; use the name or code of a choice.',
  ),
  'exchange/yes-no-unknown': error(
    '应填“是”或“否”；请更正。',
    'Yes or no (是, 否) is expected; correct it.',
  ),
  'exchange/text-too-long': error(
    '超过 {max} 个字符；请缩短，或检查是否串列。',
    'Longer than {max} characters; shorten it, or check whether columns have shifted.',
  ),
  'exchange/text-damaged': error(
    '含有无法识别的字符（乱码）；请用正确的编码重新导出。',
    'It contains characters that were damaged in an earlier conversion; export it again in the right encoding.',
  ),
  'exchange/formula-text': error(
    '以 = + - @ 开头，打开时会被当作公式执行，未予采用；请改为普通文字。',
    'It begins with = + - or @ and would be run as a formula when opened, so it was not taken; replace it by plain text.',
  ),
  'exchange/formula-command': error(
    '单元格公式会启动程序或访问外部，未予采用；请改为数值或文字。',
    'The formula in this cell starts a program or reaches outside, so it was not taken; replace it by its value.',
  ),
  'exchange/formula-result': warning(
    '单元格是公式，采用了上次保存的结果；如不确定，请在 Excel 中重算并保存。',
    'The cell is a formula; the result stored last was taken. Recalculate and save in Excel if in doubt.',
  ),
  'exchange/formula-empty': warning(
    '单元格是公式，但没有保存结果，按空白处理；请在 Excel 中打开并保存后再上传。',
    'The cell is a formula without a stored result and counts as blank; open and save it in Excel, then upload it again.',
  ),
  'exchange/cell-error': error(
    '单元格是错误值；请更正公式或填入数值。',
    'The cell holds an error value; correct the formula or enter the value.',
  ),
  'exchange/digits-lost': error(
    '长号码以数字格式保存，末几位可能已丢失；请将该列设为文本格式后重新填写。',
    'A long number was stored as a number, so its last digits may be lost; format the column as text and enter it again.',
  ),
  'exchange/merged-cell': warning(
    '合并单元格，已按左上角的值填充；请核对。',
    'A merged cell, filled with the value of its first cell; check it.',
  ),
  'exchange/row-hidden': warning(
    '该行在表中被隐藏，仍已读取；如不应导入，请删除该行。',
    'The row is hidden in the sheet and was read all the same; delete it if it should not be imported.',
  ),
  'exchange/row-without-household': error(
    '无法判断该行属于哪一户：上方没有户编号或户主；请补填户编号。',
    'There is no telling which household the row belongs to: no household number or head above it; fill in the number.',
  ),
  'exchange/household-value-differs': error(
    '同一户各行填写不一致（第 {first} 行另有不同）；请统一后再导入。',
    'The rows of one household disagree (row {first} says otherwise); make them the same.',
  ),
  'exchange/household-scattered': error(
    '同一户的行没有排在一起（此前在第 {first} 行）；请按户编号排序后再导入。',
    'The rows of this household do not stand together (earlier at row {first}); sort by household number.',
  ),
  'exchange/head-missing': error(
    '该户没有户主；请将一名成员的“与户主关系”填为“户主”。',
    'The household has no head; enter 户主 as the relation of one member.',
  ),
  'exchange/head-twice': error(
    '该户有两名户主（另一名在第 {first} 行）；请只保留一名。',
    'The household has two heads (the other in row {first}); keep one.',
  ),
  'exchange/head-name-differs': warning(
    '“户主姓名”与关系为户主的成员不一致；以成员为准。',
    'The name of the head differs from the member whose relation is head; the member counts.',
  ),
  'exchange/member-twice': error(
    '同一户中出现两次（另见第 {first} 行）；请删去重复的行。',
    'The same member stands twice in the household (also row {first}); delete one.',
  ),
  'exchange/member-name-twice': warning(
    '同一户中有两人同名（另见第 {first} 行），证件号不同；请核对是否同一人。',
    'Two members of the household have the same name (also row {first}) and different numbers; check whether they are one person.',
  ),
  'exchange/person-twice': error(
    '证件号与第 {first} 行重复；一人只能登记一次，请核对两行。',
    'The number is the same as in row {first}; a person is registered once. Check both rows.',
  ),
  'exchange/name-missing': error('姓名为空；请填写。', 'The name is blank; enter it.'),
  'exchange/name-unreadable': error(
    '不像姓名（含数字或符号）；请填写户口簿上的姓名。',
    'It does not look like a name (digits or symbols); enter the name of the household register.',
  ),
  'exchange/identity-missing': warning(
    '证件号为空，无法查重；请尽量补填。',
    'Without a number, duplicates cannot be found; fill it in where possible.',
  ),
  'exchange/birth-differs': error(
    '出生日期与证件号中的 {birth} 不一致；请对照证件更正其一。',
    'The date of birth differs from {birth} in the identity number; correct one of them.',
  ),
  'exchange/sex-differs': warning(
    '性别与证件号第17位不一致；请对照证件核对。',
    'The sex differs from place 17 of the identity number; compare it with the card.',
  ),
  'exchange/village-missing': error(
    '没有填写村；请填写行政村名称或12位代码。',
    'No village is given; enter its name or code of 12 digits.',
  ),
  'exchange/village-unknown': error(
    '“{area}”范围内没有这个村；请按现行名称填写，或在区划中增补。',
    'There is no such village within "{area}"; use its present name, or add it to the divisions.',
  ),
  'exchange/village-ambiguous': error(
    '有 {count} 个村同名；请加上乡镇列，或改填12位代码。',
    '{count} villages have this name; add a column for the township, or enter the code of 12 digits.',
  ),
  'exchange/township-unknown': error(
    '“{area}”范围内没有这个乡镇；请按现行名称填写。',
    'There is no such township within "{area}"; use its present name.',
  ),
  'exchange/area-outside': error(
    '该代码不在“{area}”范围内；请核对，或由上级导入。',
    'The code lies outside "{area}"; check it, or have the level above import it.',
  ),
  'exchange/hamlet-unknown': warning(
    '村内没有登记这个屯（组），按行政村登记；请在区划中增补后再改。',
    'The village has no such hamlet on record, so the household is placed in the village; add the hamlet to the divisions.',
  ),
  'exchange/members-differ': warning(
    '“家庭人口”填 {stated}，实有成员 {found} 行；请核对是否漏填。',
    'The sheet states {stated} members and has {found} rows; check whether one is missing.',
  ),
  'exchange/income-differs': warning(
    '填写的人均纯收入与各项收入计算的 {computed} 元不一致；以计算为准。',
    'The stated income per head differs from the {computed} yuan computed from its sources; the computed figure counts.',
  ),
  'exchange/income-without-sources': warning(
    '只有纯收入合计，没有分项收入；合计不入账，请补填工资性、经营性、财产性、转移性收入。',
    'Only a total of income is given and no sources; the total is not booked. Add wages, business, property and transfers.',
  ),
  'exchange/phone-unreadable': warning(
    '不像电话号码，未予采用；请填写11位手机号或带区号的座机。',
    'It does not look like a telephone number and was not taken; enter 11 digits or a number with area code.',
  ),
} as const satisfies Record<string, ProblemKind>;

/** About the sheet as a whole; the row is that of the headings. None keeps a household out. */
const sheetProblems = {
  'exchange/sheet-chosen': warning(
    '文件有多个工作表（{sheets}），读取的是“{sheet}”；如不对，请指定工作表。',
    'The file has several sheets ({sheets}); "{sheet}" was read. Name another one if that is wrong.',
  ),
  'exchange/format-differs': warning(
    '文件名的扩展名与内容不符，实际是 {format} 格式，已按内容读取。',
    'The name does not fit the content, which is {format}; it was read by its content.',
  ),
  'exchange/encoding-assumed': warning(
    '文件没有编码标记，按 {encoding} 读取；如出现乱码，请另存为 “CSV UTF-8”。',
    'The file does not say its encoding and was read as {encoding}; if characters are wrong, save it as "CSV UTF-8".',
  ),
  'exchange/heading-duplicate': warning(
    '有两列表头含义相同，只读取 {kept} 列；请改名或在列对应中指定。',
    'Two columns have the same meaning and only column {kept} is read; rename one or correct the mapping.',
  ),
  'exchange/column-unknown': warning(
    '不认识的列，未导入；如需要，请在列对应中指定。',
    'An unknown column, not imported; point it to a field in the mapping if it is needed.',
  ),
  'exchange/identity-absent': warning(
    '没有“证件号码”列，无法查重，也无法核对出生日期；请尽量补上。',
    'There is no column for identity numbers (证件号码), so duplicates cannot be found; add it where possible.',
  ),
  'exchange/relation-absent': warning(
    '没有“与户主关系”列，以户主姓名或每户第一行作为户主；请核对。',
    'There is no column for the relation to the head (与户主关系), so the head is found by name or is the first row; check it.',
  ),
  'exchange/columns-hidden': warning(
    '有隐藏的列（{columns}），仍已读取；如不应导入，请删除这些列。',
    'Hidden columns ({columns}) were read all the same; delete them if they should not be imported.',
  ),
  'exchange/merged-areas': warning(
    '有 {count} 处合并单元格，已按左上角的值填充。',
    '{count} merged areas were filled with the value of their first cell.',
  ),
  'exchange/file-cut-short': error(
    '从这里起无法读取，这一户未导入：{reasonZh}',
    'The file cannot be read from here on, and this household was left out: {reasonEn}',
  ),
} as const satisfies Record<string, ProblemKind>;

export const rowProblems = {
  ...exchangeProblems,
  ...sheetProblems,
  ...identityProblems,
} as const;

export type ProblemCode = keyof typeof rowProblems;

export function problemMessage(problem: Pick<RowProblem, 'code' | 'facts'>): Bilingual {
  const { message } = rowProblems[problem.code];
  return { zh: fill(message.zh, problem.facts), en: fill(message.en, problem.facts) };
}

export function isProblemCode(text: string): text is ProblemCode {
  return text in rowProblems;
}

function error(zh: string, en: string) {
  return { severity: 'error', message: { zh, en } } as const;
}

function warning(zh: string, en: string) {
  return { severity: 'warning', message: { zh, en } } as const;
}
