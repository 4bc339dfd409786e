// What is wrong with a rule, said to the officer who wrote it: which characters, what the matter is,
// what to do. One catalogue, so that every sentence exists in both languages.

import { type Bilingual, fill, type RefusalFacts } from '#domain/kernel/refusal.ts';
import type { Span } from '#domain/policy/expression-tree.ts';

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly at: Span;
  readonly message: Bilingual;
}

const catalogue = {
  'too-long': {
    zh: '规则有 {length} 个字符，最多允许 {limit} 个。请拆成几条标准，再按名称引用。',
    en: 'The rule has {length} characters; at most {limit} are allowed. Split it into several criteria and refer to them by name.',
  },
  'too-complex': {
    zh: '规则过于复杂（最多 {nodes} 个成分、{depth} 层括号）。请拆成几条标准，再按名称引用。',
    en: 'The rule is too complex (at most {nodes} parts and {depth} levels). Split it into several criteria and refer to them by name.',
  },
  'too-large': {
    zh: '规则展开所引用的标准后有 {size} 个成分，最多允许 {limit} 个。请减少重复引用。',
    en: 'With the criteria it refers to opened up, the rule has {size} parts; at most {limit} are allowed. Refer to each criterion less often.',
  },
  'unexpected-character': {
    zh: '此处不能出现“{character}”。规则只用英文字母、数字和半角符号；中文文字请写在引号内或标题里。',
    en: 'The character "{character}" cannot stand here. Rules use Latin letters, digits and half-width signs; Chinese text belongs inside quotes or in the title.',
  },
  'full-width': {
    zh: '“{character}”是全角符号，请改用半角的“{half}”。',
    en: '"{character}" is a full-width sign; write the half-width "{half}" instead.',
  },
  'single-equals': {
    zh: '比较是否相等要写两个等号“==”。',
    en: 'To compare for equality write two equals signs, "==".',
  },
  'word-operator': {
    zh: '“{word}”不是本语言的连接词，请写“{operator}”。',
    en: '"{word}" is not a connective of this language; write "{operator}".',
  },
  unfinished: {
    zh: '规则没有写完：末尾还缺一个值、名称或右括号。',
    en: 'The rule is unfinished: a value, a name or a closing bracket is missing at the end.',
  },
  'open-quote': {
    zh: '引号没有成对，请补上右引号。',
    en: 'A quote is not closed; add the closing quote.',
  },
  syntax: {
    zh: '此处看不懂“{text}”。请检查前后的运算符和括号。',
    en: '"{text}" is not understood here. Check the operators and brackets around it.',
  },
  'not-supported': {
    zh: '规则语言不支持 {what}。{instead}',
    en: 'The rule language has no {what}. {insteadEn}',
  },
  'number-range': {
    zh: '数值超出允许范围（绝对值须为 0，或在 1e-100 与 1e100 之间）。',
    en: 'The number is out of range (zero, or between 1e-100 and 1e100 in size).',
  },
  'unknown-name': {
    zh: '没有名为“{name}”的字段、参数或标准。{hint}',
    en: 'There is no field, parameter or criterion called "{name}". {hintEn}',
  },
  'unknown-function': {
    zh: '没有名为“{name}”的函数。可用的函数：{functions}。{hint}',
    en: 'There is no function called "{name}". Available: {functions}. {hintEn}',
  },
  'not-usable': {
    zh: '字段“{name}”是{type}，不能用在规则里。请改用由它算出的数字或是否字段。',
    en: 'The field "{name}" is a {typeEn} and cannot be used in a rule. Use a number or yes-no field derived from it.',
  },
  'argument-count': {
    zh: '函数 {name} 需要 {wanted} 个参数，这里写了 {given} 个。用法：{usage}',
    en: 'The function {name} takes {wanted} arguments; {given} are given. Usage: {usage}',
  },
  'wrong-type': {
    zh: '此处需要{wanted}，而“{text}”是{given}。',
    en: 'A {wantedEn} is needed here, but "{text}" is a {givenEn}.',
  },
  'types-differ': {
    zh: '“{left}”是{leftType}，“{right}”是{rightType}，不能放在一起比较或选择。',
    en: '"{left}" is a {leftTypeEn} and "{right}" is a {rightTypeEn}; they cannot be compared or chosen between.',
  },
  'text-order': {
    zh: '文字和代码只能比较是否相等(== 、!= 、in)，不能比较大小。',
    en: 'Texts and codes can only be compared for equality (==, !=, in), never for order.',
  },
  'unit-mismatch': {
    zh: '单位不一致：“{left}”的单位是{leftUnit}，“{right}”的单位是{rightUnit}。请换算，或改用单位相同的字段或参数。',
    en: 'Units differ: "{left}" is in {leftUnitEn}, "{right}" in {rightUnitEn}. Convert one, or use a field or parameter of the same unit.',
  },
  'result-unit': {
    zh: '结果的单位是{unit}，此处需要{wanted}。',
    en: 'The result is in {unitEn}; {wantedEn} is needed here.',
  },
  'unknown-code': {
    zh: '代码表“{list}”里没有“{code}”。{hint}',
    en: 'The code list "{list}" has no "{code}". {hintEn}',
  },
  'lists-differ': {
    zh: '“{left}”用代码表“{leftList}”，“{right}”用代码表“{rightList}”，不能直接比较。',
    en: '"{left}" uses the code list "{leftList}" and "{right}" uses "{rightList}"; they cannot be compared.',
  },
  'list-misplaced': {
    zh: '方括号列表只能写在 in 的右边或 bands 里，且不能为空。',
    en: 'A bracketed list may stand only to the right of "in" or inside bands, and may not be empty.',
  },
  'list-constants': {
    zh: '列表里只能写常数、代码或参数。',
    en: 'A list may hold only constants, codes or parameters.',
  },
  'bands-order': {
    zh: 'bands 的界限必须是从小到大的常数。',
    en: 'The limits of bands must be constants in rising order.',
  },
  'bands-length': {
    zh: 'bands 有 {limits} 个界限，应有 {wanted} 个取值，这里写了 {given} 个。',
    en: 'bands has {limits} limits and so needs {wanted} values; {given} are given.',
  },
  'digits-literal': {
    zh: 'round 的第二个参数（小数位数）必须是 0 到 6 的整数。',
    en: 'The second argument of round (decimals) must be a whole number from 0 to 6.',
  },
  'always-known': {
    zh: '“{text}”是常数，总是已知，不必写 isKnown 或 orElse。',
    en: '"{text}" is a constant and always known; isKnown or orElse is pointless here.',
  },
} as const satisfies Record<string, Bilingual>;

export type ExpressionProblemCode = keyof typeof catalogue;
export const expressionProblemCodes = Object.keys(catalogue) as readonly ExpressionProblemCode[];

export function expressionProblem(
  code: ExpressionProblemCode,
  at: Span,
  facts: RefusalFacts = {},
): ExpressionProblem {
  const { zh, en } = catalogue[code];
  return { code, at, message: { zh: fill(zh, facts).trim(), en: fill(en, facts).trim() } };
}
