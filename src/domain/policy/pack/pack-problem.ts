// What is wrong with a pack, said to the officer who keeps it: file, line, what the matter is, what to
// do. One catalogue with both languages; a test holds that each entry is produced by some faulty pack.

import { type Bilingual, fill, type RefusalFacts } from '#domain/kernel/refusal.ts';
import type { ExpressionProblem } from '#domain/policy/expression-problem.ts';
import { processProblems } from './process-problems.ts';

export interface PackProblem {
  readonly code: string;
  /** A warning does not keep a pack from being installed. */
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Entry {
  readonly severity: PackProblem['severity'];
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

function error(zh: string, en: string, remedyZh: string, remedyEn: string): Entry {
  return { severity: 'error', message: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } };
}

function warning(zh: string, en: string, remedyZh: string, remedyEn: string): Entry {
  return { ...error(zh, en, remedyZh, remedyEn), severity: 'warning' };
}

const catalogue = {
  'no-manifest': error(
    '政策包里没有 pack.yaml。',
    'The pack has no pack.yaml.',
    '在文件夹根目录新建 pack.yaml，写明编号、版本、标题、地区和生效日期。',
    'Add pack.yaml to the folder with id, version, title, area and the day it takes effect.',
  ),
  'unknown-file': error(
    '不认识文件“{path}”。',
    'The file "{path}" is of no known kind.',
    '只能有 pack.yaml 和这些文件夹里的 .yaml 文件：{folders}。',
    'A pack holds pack.yaml and .yaml files in these folders: {folders}.',
  ),
  'too-large': error(
    '政策包太大：{what}。',
    'The pack is too large: {what}.',
    '每个文件不超过 {fileKb} KB，全部不超过 {packKb} KB，文件不超过 {files} 个。',
    'A file may have {fileKb} KB, a pack {packKb} KB and {files} files.',
  ),
  'yaml-syntax': error(
    'YAML 写法有误：{detail}',
    'This is not YAML: {detail}',
    '检查缩进、冒号后的空格和引号是否成对。',
    'Check indentation, the space after each colon, and that quotes are closed.',
  ),
  'yaml-refused': error(
    '不允许使用 YAML 的{what}。',
    'YAML {whatEn} are not allowed.',
    '把内容直接写出来；以 !、& 或 * 开头的文字或规则要加引号。',
    'Write the content out; put a text or rule that begins with !, & or * in quotes.',
  ),
  'wrong-shape': error('“{path}”{detail}', '"{path}" {detailEn}', '{remedy}', '{remedyEn}'),
  'duplicate-id': error(
    '“{id}”在{kind}中出现了两次。',
    '"{id}" appears twice among {kindEn}.',
    '给其中一个换一个编号。先出现在 {first}。',
    'Give one of them another id. It first stands in {first}.',
  ),
  'name-clash': error(
    '“{id}”既是{one}又是{other}，规则里无法区分。',
    '"{id}" is both a {oneEn} and a {otherEn}; a rule could not tell them apart.',
    '给其中一个换一个编号。',
    'Give one of them another id.',
  ),
  'unexplained-override': error(
    '“{id}”在上级政策包“{pack}”中已有，这里没有说明为何替换。',
    '"{id}" exists in the pack below, "{pack}"; nothing says why it is replaced.',
    '加上 override: { reason: { zh, en } }，或换一个编号。',
    'Add override: { reason: { zh, en } }, or use another id.',
  ),
  'needless-override': error(
    '“{id}”写了替换理由，但下层政策包里没有它。',
    '"{id}" gives a reason for replacing, but no pack below has it.',
    '删去 override，或改成下层的编号。',
    'Remove override, or use the id of the pack below.',
  ),
  'extends-missing': error(
    '所扩展的政策包“{pack}”不在手边。',
    'The pack it extends, "{pack}", is not at hand.',
    '把它放在同一文件夹旁边，或改正名称。',
    'Put it beside this folder, or correct the name.',
  ),
  'extends-cycle': error(
    '政策包互相扩展成环：{cycle}。',
    'Packs extend one another in a circle: {cycle}.',
    '去掉其中一个 extends。',
    'Remove one of the extends.',
  ),
  'document-missing': error(
    '引用的文件“{document}”没有在 pack.yaml 的 documents 里登记。',
    'The document "{document}" cited here is not among the documents of pack.yaml.',
    '在 pack.yaml 里登记它，或改正名称。{hint}',
    'Add it to pack.yaml, or correct the name. {hintEn}',
  ),
  'reference-missing': error(
    '“{field}”指向的{kind}“{id}”不存在。',
    '"{field}" names the {kindEn} "{id}", which does not exist.',
    '补上它，或改正名称。{hint}',
    'Add it, or correct the name. {hintEn}',
  ),
  unsourced: error(
    '“{id}”标为已核实，却没有出处。',
    '"{id}" is marked verified but cites nothing.',
    '写明 source: { document, place }，或改为 verified: false。',
    'Cite source: { document, place }, or set verified: false.',
  ),
  'unverified-unexplained': error(
    '“{id}”标为未核实，却没有出处、样例标记或说明。',
    '"{id}" is marked unverified but has neither a source, nor a sample mark, nor a note.',
    '写明 source，或加 sample: true，或用 note 说明为何未核实。',
    'Cite a source, or set sample: true, or say in note why it is not verified.',
  ),
  'dates-order': error(
    '“{id}”的日期 {later} 应在 {earlier} 之后。',
    'In "{id}" the day {later} should come after {earlier}.',
    '按先后排列日期；每个起始日只能出现一次。',
    'Put the days in order; each may appear once.',
  ),
  'value-type': error(
    '参数“{id}”应为{wanted}，{from} 起的值却是 {value}。',
    'The parameter "{id}" should be a {wantedEn}; its value from {from} is {value}.',
    '改正数值，或改 type。代码须出自列表“{list}”。',
    'Correct the value or the type. Codes must be of the list "{list}".',
  ),
  'unit-missing': error(
    '数字参数“{id}”没有单位。',
    'The number "{id}" has no unit.',
    '写明 unit；纯数字写 unit: "1"。',
    'Give its unit; for a pure number write unit: "1".',
  ),
  'length-differs': error(
    '“{id}”声明有 {declared} 项，实际列出 {listed} 项。',
    '"{id}" declares {declared} entries and lists {listed}.',
    '补齐或删减条目，或改正 length。',
    'Add or remove entries, or correct length.',
  ),
  rule: error('规则“{rule}”：{detail}', 'Rule "{rule}": {detailEn}', '{remedy}', '{remedyEn}'),
  'criterion-cycle': error(
    '标准互相引用成环：{cycle}。',
    'Criteria refer to one another in a circle: {cycle}.',
    '去掉其中一处引用。',
    'Remove one of the references.',
  ),
  'points-range': error(
    '计分项“{id}”可得 {points} 分，超出 0 到满分 {max}。',
    'The item "{id}" can give {points} points, outside 0 to its maximum {max}.',
    '改正分值或满分。',
    'Correct the points or the maximum.',
  ),
  'points-sum': error(
    '评分表“{id}”各项满分之和为 {sum}，与声明的 {max} 不符。',
    'The items of sheet "{id}" add up to {sum}, not to the declared {max}.',
    '改正各项满分或总分。',
    'Correct the items or the maximum.',
  ),
  'no-example': error(
    '{kind}“{id}”没有算例。',
    'The {kindEn} "{id}" has no example.',
    '在 examples/ 里加一个用到它的算例，写明应得的结果和理由。',
    'Add an example that uses it, with the result and the reasons expected.',
  ),
  'example-differs': error(
    '算例“{example}”：{what}应为 {expected}，实际为 {actual}。',
    'Example "{exampleEn}": {whatEn} should be {expected} but is {actual}.',
    '改正规则或算例。',
    'Correct the rule or the example.',
  ),
  'example-fact': error(
    '算例“{example}”给出的“{fact}”不能用：{reason}。',
    'Example "{exampleEn}" gives "{fact}", which cannot be used: {reasonEn}.',
    '只写表单里的字段，值的类型和代码要与字段一致。{hint}',
    'Give fields of the form only, with values of their type and code list. {hintEn}',
  ),
  'parameter-unused': warning(
    '参数“{id}”没有任何规则使用。',
    'No rule uses the parameter "{id}".',
    '删去它，或用 usedBy 写明由哪项功能读取。',
    'Remove it, or say in usedBy which part of the program reads it.',
  ),
  ...processProblems,
  'step-unreachable': error(
    '流程“{process}”的步骤“{id}”从起点走不到。',
    'In process "{process}" the step "{id}" cannot be reached from the start.',
    '让某个步骤的 outcomes 通向它，或删去它。',
    'Let an outcome of some step lead to it, or remove it.',
  ),
  'step-endless': error(
    '流程“{process}”的步骤“{id}”走不到任何结束状态。',
    'In process "{process}" the step "{id}" can never reach an end.',
    '给它或它之后的步骤加一个通向 ends 的结果。',
    'Give it, or a step after it, an outcome that leads to an end.',
  ),
  'step-actorless': error(
    '流程“{process}”的步骤“{id}”没有办理人。',
    'In process "{process}" the step "{id}" has nobody who can act.',
    '在 actors 里写明由谁办理。',
    'Name who acts, in actors.',
  ),
  'step-stuck': error(
    '流程“{process}”的步骤“{id}”没有任何结果可选。',
    'In process "{process}" the step "{id}" has no outcome.',
    '在 outcomes 里写明办完之后去哪里。',
    'Say in outcomes where it leads.',
  ),
  'notice-field': error(
    '公示步骤“{id}”要公开“{field}”，该字段不得公示。',
    'The notice step "{id}" shows "{field}", which may not be published.',
    '从 shows 中删去它。',
    'Remove it from shows.',
  ),
  'slot-taken': error(
    '编号 {slot} 的栏位已被“{other}”占用。',
    'Slot {slot} is already taken by "{other}".',
    '换一个空的编号（1 到 40）。',
    'Use a free slot (1 to 40).',
  ),
  'pack-rival': error(
    '同一地区从同一天起，“{other}”也决定{what}，无法区分用哪一个。',
    'From the same day in the same area "{other}" decides {whatEn} as well; nothing tells which one counts.',
    '改正 area、from 或 decides，或让其中一个扩展另一个。',
    'Correct area, from or decides, or let one of them extend the other.',
  ),
  'figure-wrong': error('“{id}”：{what}', '"{id}": {whatEn}', '{remedy}', '{remedyEn}'),
  'relation-wrong': error('“{id}”：{what}', '"{id}": {whatEn}', '{remedy}', '{remedyEn}'),
  'area-outside': error(
    '地区 {area} 不在下层政策包的地区 {below} 之内。',
    'The area {area} does not lie inside {below}, the area of the pack below.',
    '改正 area，或扩展另一个政策包。',
    'Correct area, or extend another pack.',
  ),
} as const satisfies Record<string, Entry>;

export type PackProblemCode = keyof typeof catalogue;
export const packProblemCodes = Object.keys(catalogue) as readonly PackProblemCode[];

export function packProblem(
  code: PackProblemCode,
  place: Place,
  facts: RefusalFacts = {},
): PackProblem {
  const { severity, message, remedy } = catalogue[code];
  const filled = ({ zh, en }: Bilingual) => ({
    zh: fill(zh, facts).trim(),
    en: fill(en, facts).trim(),
  });
  return { code, severity, ...place, message: filled(message), remedy: filled(remedy) };
}

/** A fault of a rule, at the place of the rule in its file. */
export function ruleProblem(problem: ExpressionProblem, rule: string, place: Place): PackProblem {
  const [first = '', ...rest] = sentences(problem.message.zh, '。');
  const [firstEn = '', ...restEn] = sentences(problem.message.en, '. ');
  const at = rule.slice(0, problem.at.from).split('\n').length;
  const facts = {
    rule: shorten(rule),
    detail: first,
    detailEn: firstEn,
    remedy: rest.join('') || `看第 ${problem.at.from + 1} 个字符。`,
    remedyEn: restEn.join('') || `Look at character ${problem.at.from + 1}.`,
  };
  const found = packProblem('rule', { ...place, line: place.line + at - 1 }, facts);
  return { ...found, code: `rule/${problem.code}` };
}

function sentences(text: string, end: string): readonly string[] {
  const parts = text.split(end).filter((part) => part.trim() !== '');
  return parts.map((part, index) =>
    index < parts.length - 1 || !text.endsWith(part) ? part + end : part,
  );
}

function shorten(rule: string): string {
  const line = rule.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
