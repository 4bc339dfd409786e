// From text to tree. The grammar and its parser are CEL's, from the library; this file bounds the
// input, narrows the library's tree to ours, and turns its messages into sentences in both languages.
// Refuses what the language leaves out: null, remainders, members, maps, text functions, iteration.

import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import {
  type ExpressionProblem,
  type ExpressionProblemCode,
  expressionProblem,
} from '#domain/policy/expression-problem.ts';
import {
  childrenOf,
  type Expression,
  type FunctionName,
  type Span,
} from '#domain/policy/expression-tree.ts';
import { numberFloor, numberLimit } from '#domain/policy/expression-value.ts';
import { nearest } from '#domain/policy/nearest-name.ts';

export const sourceLimit = 2000;
export const nodeLimit = 400;
export const depthLimit = 24;

export type Parsed =
  | { readonly ok: true; readonly tree: Expression }
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

/** How each function is written, and how many operands it takes. */
export const functions: Readonly<
  Record<FunctionName, { readonly least: number; readonly most: number; readonly usage: string }>
> = {
  min: { least: 2, most: 8, usage: 'min(a, b, …)' },
  max: { least: 2, most: 8, usage: 'max(a, b, …)' },
  abs: { least: 1, most: 1, usage: 'abs(x)' },
  round: { least: 1, most: 2, usage: 'round(x) / round(x, 2)' },
  floor: { least: 1, most: 1, usage: 'floor(x)' },
  clamp: { least: 3, most: 3, usage: 'clamp(x, low, high)' },
  between: { least: 3, most: 3, usage: 'between(x, low, high)' },
  bands: { least: 3, most: 3, usage: 'bands(x, [10, 20], [0, 5, 8])' },
  isKnown: { least: 1, most: 1, usage: 'isKnown(x)' },
  orElse: { least: 2, most: 2, usage: 'orElse(x, 0)' },
};

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  limits: {
    maxAstNodes: nodeLimit,
    maxDepth: depthLimit,
    maxListElements: 100,
    maxMapEntries: 1,
    maxCallArguments: 8,
  },
});

export function parseExpression(source: string): Parsed {
  const whole = { from: 0, to: source.length };
  if (source.length > sourceLimit) {
    return failed('too-long', whole, { length: source.length, limit: sourceLimit });
  }
  try {
    const tree = convert(environment.parse(source).ast);
    if (depthOf(tree) > depthLimit) return failed('too-complex', whole, limits);
    return { ok: true, tree };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, problems: [explain(error, source)] };
    if (error instanceof Unsupported) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

const limits = { nodes: nodeLimit, depth: depthLimit };

/** Thrown inside this file only, to leave the recursion with the first thing that is not ours. */
class Unsupported extends Error {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    super(problem.message.en);
    this.problem = problem;
  }
}

function convert(node: ASTNode): Expression {
  const at = { from: node.start, to: node.end };
  switch (node.op) {
    case 'value':
      return convertLiteral(node.args, at);
    case 'id':
      return { kind: 'name', name: node.args, at };
    case 'list':
      return { kind: 'list', items: node.args.map(convert), at };
    case '!_':
      return { kind: 'not', operand: convert(node.args), at };
    case '-_':
      return negate(convert(node.args), at);
    case '&&':
    case '||': {
      const kind = node.op === '&&' ? 'and' : 'or';
      const operands = node.args.map(convert);
      return { kind, operands: operands.flatMap((part) => flat(part, kind)), at };
    }
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return {
        kind: 'compare',
        operator: node.op,
        left: convert(node.args[0]),
        right: convert(node.args[1]),
        at,
      };
    case '+':
    case '-':
    case '*':
    case '/':
      return {
        kind: 'arithmetic',
        operator: node.op,
        left: convert(node.args[0]),
        right: convert(node.args[1]),
        at,
      };
    case 'in':
      return { kind: 'in', value: convert(node.args[0]), set: convert(node.args[1]), at };
    case '?:': {
      const [condition, yes, no] = node.args;
      return {
        kind: 'choose',
        condition: convert(condition),
        yes: convert(yes),
        no: convert(no),
        at,
      };
    }
    case 'call':
      return convertCall(node.args[0], node.args[1].map(convert), at);
    case '%':
      throw unsupported(at, '余数 %', 'remainder %', '', '');
    case '.':
    case '.?':
    case '[]':
    case '[?]':
    case 'rcall':
      throw unsupported(
        at,
        '点号和下标',
        'member access',
        '字段名中没有点；函数写成 f(x)。',
        'Names have no dots; write functions as f(x).',
      );
    case 'map':
      throw unsupported(at, '花括号', 'braces', '', '');
  }
}

function convertLiteral(value: unknown, at: Span): Expression {
  if (typeof value === 'boolean' || typeof value === 'string')
    return { kind: 'literal', value, at };
  if (typeof value === 'number' || typeof value === 'bigint') {
    const number = Number(value);
    const size = Math.abs(number);
    if (number !== 0 && !(size >= numberFloor && size < numberLimit)) {
      throw new Unsupported(expressionProblem('number-range', at));
    }
    return { kind: 'literal', value: number, at };
  }
  if (value === null) {
    const instead = [
      '是否已知请写 isKnown(x)。',
      'To ask whether a value is known write isKnown(x).',
    ];
    throw unsupported(at, 'null', 'null', instead[0] ?? '', instead[1] ?? '');
  }
  throw unsupported(at, '此种字面值', 'literal of this kind', '', '');
}

function convertCall(name: string, operands: readonly Expression[], at: Span): Expression {
  if (!isFunctionName(name)) {
    const guess = nearest(name, Object.keys(functions));
    throw new Unsupported(
      expressionProblem('unknown-function', at, {
        name,
        functions: Object.keys(functions).join(', '),
        hint: guess === undefined ? '' : `是否想写“${guess}”？`,
        hintEn: guess === undefined ? '' : `Did you mean "${guess}"?`,
      }),
    );
  }
  const { least, most, usage } = functions[name];
  if (operands.length < least || operands.length > most) {
    const wanted = least === most ? String(least) : `${least}–${most}`;
    throw new Unsupported(
      expressionProblem('argument-count', at, { name, wanted, given: operands.length, usage }),
    );
  }
  return { kind: 'call', name, operands, at };
}

function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** A minus before a number is that number, so that `-3` is one constant everywhere. */
function negate(operand: Expression, at: Span): Expression {
  if (operand.kind === 'literal' && typeof operand.value === 'number') {
    return { kind: 'literal', value: operand.value === 0 ? 0 : -operand.value, at };
  }
  return { kind: 'minus', operand, at };
}

/** `a && b && c` is one clause of three, as the officer wrote it. */
function flat(part: Expression, kind: 'and' | 'or'): readonly Expression[] {
  return part.kind === kind ? part.operands : [part];
}

function depthOf(tree: Expression): number {
  return 1 + childrenOf(tree).reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
}

function unsupported(at: Span, zh: string, en: string, instead: string, insteadEn: string) {
  const problem = expressionProblem('not-supported', at, { what: zh, instead, insteadEn });
  const english = expressionProblem('not-supported', at, { what: en, instead, insteadEn });
  return new Unsupported({
    ...problem,
    message: { zh: problem.message.zh, en: english.message.en },
  });
}

const halfWidth: Readonly<Record<string, string>> = {
  '\uff08': '(', // （
  '\uff09': ')', // ）
  '\uff0c': ',', // ，
  '\uff0e': '.', // ．
  '\uff1e': '>', // ＞
  '\uff1c': '<', // ＜
  '\uff1d': '==', // ＝
  '\u2265': '>=', // ≥
  '\u2264': '<=', // ≤
  '\u2260': '!=', // ≠
  '\uff01': '!', // ！
  '\u201c': '"', // “
  '\u201d': '"', // ”
  '\u2018': "'", // ‘
  '\u2019': "'", // ’
  '\uff0b': '+', // ＋
  '\uff0d': '-', // －
  '\u00d7': '*', // ×
  '\u00f7': '/', // ÷
  '\uff1f': '?', // ？
  '\uff1a': ':', // ：
  '\uff3b': '[', // ［
  '\uff3d': ']', // ］
  '\u3010': '[', // 【
  '\u3011': ']', // 】
  '\uff05': '/ 100', // ％
  '\uff06': '&&', // ＆
  '\uff5c': '||', // ｜
  '\u3001': ',', // 、
};

const wordOperators: Readonly<Record<string, string>> = { and: '&&', or: '||', not: '!', is: '==' };

function explain(error: ParseError, source: string): ExpressionProblem {
  const from = Math.min(error.range?.start ?? 0, source.length);
  const text = source.slice(from).match(/^(\w+|[^\s\w])/u)?.[0] ?? '';
  const at = { from, to: Math.max(error.range?.end ?? from, from + text.length) };
  if (error.code === 'limit_exceeded') return expressionProblem('too-complex', at, limits);
  if (error.code.startsWith('unterminated') || error.code === 'newline_in_string') {
    return expressionProblem('open-quote', at);
  }
  if (error.code === 'invalid_number') return expressionProblem('number-range', at);
  if (text === '') return expressionProblem('unfinished', at);
  const half = halfWidth[text];
  if (half !== undefined && /[^\x20-\x7e]/.test(text)) {
    return expressionProblem('full-width', at, { character: text, half });
  }
  if (text === '=') return expressionProblem('single-equals', at);
  const operator = wordOperators[text.toLowerCase()];
  if (operator !== undefined) {
    return expressionProblem('word-operator', at, { word: text, operator });
  }
  if (error.code === 'unexpected_character' && !/^\w/.test(text)) {
    return expressionProblem('unexpected-character', at, { character: text });
  }
  return expressionProblem('syntax', at, { text });
}

function failed(
  code: ExpressionProblemCode,
  at: Span,
  facts: Readonly<Record<string, string | number>>,
): Parsed {
  return { ok: false, problems: [expressionProblem(code, at, facts)] };
}
