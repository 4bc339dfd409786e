// From tree to text: canonical source, or a sentence with the fields' own labels and the operators
// people read. The library's serializer is not used because it escapes every Chinese character.

import type { Language } from '#domain/kernel/refusal.ts';
import type {
  Arithmetic,
  Comparison,
  Expression,
  FunctionName,
} from '#domain/policy/expression-tree.ts';

/** How names and constants are shown; `source` prints what the parser reads back. */
export interface Wording {
  readonly language: Language | 'source';
  readonly nameOf: (name: string) => string;
  /** Label of a code compared with the field of this name, or the code itself. */
  readonly codeOf: (code: string, beside: string | undefined) => string;
  /** Title of a numbered answer to the question of this name, where it is one. */
  readonly answerOf?: (answer: number, beside: string | undefined) => string | undefined;
}

const asSource: Wording = {
  language: 'source',
  nameOf: (name) => name,
  codeOf: (code) => JSON.stringify(code),
};

export function printExpression(tree: Expression, wording: Wording = asSource): string {
  return print(tree, wording, 0);
}

const strength: Readonly<Record<Arithmetic | Comparison, number>> = {
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
};

const signs: Readonly<Record<string, string>> = {
  '==': '=',
  '!=': '≠',
  '<=': '≤',
  '>=': '≥',
  '*': '×',
  '/': '÷',
};

function print(tree: Expression, wording: Wording, outer: number, beside?: string): string {
  switch (tree.kind) {
    case 'literal':
      return printLiteral(tree.value, wording, beside);
    case 'name':
      return wording.nameOf(tree.name);
    case 'list':
      return `[${tree.items.map((item) => print(item, wording, 0, beside)).join(', ')}]`;
    case 'not':
      return `${word(wording, '!', '非 ', 'not ')}${print(tree.operand, wording, 7)}`;
    case 'minus':
      return `-${print(tree.operand, wording, 7)}`;
    case 'and':
    case 'or': {
      const own = tree.kind === 'and' ? 3 : 2;
      const joint =
        tree.kind === 'and' ? word(wording, '&&', '且', 'and') : word(wording, '||', '或', 'or');
      const text = tree.operands.map((part) => print(part, wording, own + 1)).join(` ${joint} `);
      return enclose(text, own < outer);
    }
    case 'compare':
    case 'arithmetic': {
      const own = strength[tree.operator];
      const sign =
        wording.language === 'source' ? tree.operator : (signs[tree.operator] ?? tree.operator);
      const left = print(tree.left, wording, own, nameBeside(tree.right));
      const right = print(tree.right, wording, own + 1, nameBeside(tree.left));
      return enclose(`${left} ${sign} ${right}`, own < outer);
    }
    case 'in': {
      const joint = word(wording, 'in', '属于', 'in');
      const value = print(tree.value, wording, 5, nameBeside(tree.set));
      const set = print(tree.set, wording, 5, nameBeside(tree.value));
      return enclose(`${value} ${joint} ${set}`, 4 < outer);
    }
    case 'choose':
      return printChoice(tree, wording, outer);
    case 'call':
      return printCall(tree, wording);
  }
}

type Node<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

function printChoice(tree: Node<'choose'>, wording: Wording, outer: number): string {
  const inner = (part: Expression, own: number) => print(part, wording, own);
  if (wording.language === 'source') {
    const text = `${inner(tree.condition, 2)} ? ${inner(tree.yes, 2)} : ${inner(tree.no, 1)}`;
    return enclose(text, 1 < outer);
  }
  const [test, yes, no] = [inner(tree.condition, 0), inner(tree.yes, 2), inner(tree.no, 0)];
  const text =
    wording.language === 'zh'
      ? `若${test}则${yes}，否则${no}`
      : `if ${test} then ${yes}, else ${no}`;
  return enclose(text, 1 < outer);
}

/** Functions as people say them: 四舍五入(…), 取小者(…), x 在 a 与 b 之间. */
const spoken: Readonly<Record<FunctionName, Readonly<Record<Language, string>>>> = {
  min: { zh: '取小者(#)', en: 'the smaller of (#)' },
  max: { zh: '取大者(#)', en: 'the larger of (#)' },
  abs: { zh: '绝对值(#)', en: 'the size of (#)' },
  round: { zh: '四舍五入(#)', en: 'rounded (#)' },
  floor: { zh: '取整(#)', en: 'rounded down (#)' },
  clamp: { zh: '$1（限于 $2 至 $3）', en: '$1 (kept between $2 and $3)' },
  between: { zh: '$1 在 $2 与 $3 之间', en: '$1 between $2 and $3' },
  bands: { zh: '按 $1 在 $2 分档取 $3', en: 'by $1 in bands $2 of $3' },
  isKnown: { zh: '$1 已知', en: '$1 is known' },
  orElse: { zh: '$1（未知时取 $2）', en: '$1 (or $2 where unknown)' },
};

function printCall(tree: Node<'call'>, wording: Wording): string {
  const operands = tree.operands.map((part) => print(part, wording, 0));
  const list = operands.join(', ');
  if (wording.language === 'source') return `${tree.name}(${list})`;
  return spoken[tree.name][wording.language]
    .replace('#', () => list)
    .replace(/\$(\d)/g, (_, position) => operands[Number(position) - 1] ?? '');
}

function printLiteral(
  value: number | boolean | string,
  wording: Wording,
  beside: string | undefined,
): string {
  if (typeof value === 'string') return wording.codeOf(value, beside);
  if (typeof value === 'boolean') {
    return value ? word(wording, 'true', '是', 'yes') : word(wording, 'false', '否', 'no');
  }
  if (wording.language === 'source') return String(value);
  return wording.answerOf?.(value, beside) ?? groupDigits(String(value));
}

/** Thousands in groups of three; a number in exponent form is left alone. */
function groupDigits(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function nameBeside(tree: Expression): string | undefined {
  return tree.kind === 'name' ? tree.name : undefined;
}

function word(wording: Wording, source: string, zh: string, en: string): string {
  return wording.language === 'source' ? source : wording.language === 'zh' ? zh : en;
}

function enclose(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
