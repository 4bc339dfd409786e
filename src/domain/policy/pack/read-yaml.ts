// One YAML file as data with places: every value can be traced back to its line. Refuses what could
// blow up or hide something: anchors and aliases, tags, several documents, deep nesting, doubled keys.

import {
  type Document,
  isAlias,
  isNode,
  isPair,
  LineCounter,
  parseAllDocuments,
  visit,
} from 'yaml';
import { type PackProblem, type Place, packProblem } from '#domain/policy/pack/pack-problem.ts';

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly data: unknown;
  readonly locate: (path: Path) => Place;
}

const nestingLimit = 24;
const indentLimit = 120;

export function readYaml(file: string, text: string): YamlFile | readonly PackProblem[] {
  const top = { file, line: 1, column: 1 };
  if (isTooDeep(text)) {
    const words = { what: '过深嵌套', whatEn: 'structures nested this deeply' };
    return [packProblem('yaml-refused', top, words)];
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, schema: 'core', merge: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (!Array.isArray(documents) || documents.length !== 1) {
    const words = { what: '多文档或空文件', whatEn: 'files with no or several documents' };
    return [packProblem('yaml-refused', top, words)];
  }
  const [document] = documents;
  if (document === undefined) return [];
  const faults = document.errors.map(({ message, pos }) =>
    packProblem('yaml-syntax', placeAt(pos[0]), { detail: message.split('\n')[0] ?? message }),
  );
  if (faults.length > 0) return faults;
  const refused = refusedIn(document, placeAt);
  if (refused.length > 0) return refused;
  return {
    data: document.toJS({ maxAliasCount: 0 }),
    locate: (path) => locate(document, path, placeAt),
  };
}

function refusedIn(document: Document, placeAt: (offset: number) => Place): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  visit(document, {
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0;
      const isAnchored = isAlias(node) || ('anchor' in node && node.anchor !== undefined);
      if (isAnchored) {
        const words = { what: '锚点和别名', whatEn: 'anchors and aliases' };
        problems.push(packProblem('yaml-refused', placeAt(offset), words));
      } else if (node.tag !== undefined) {
        const words = { what: '自定义标签', whatEn: 'tags' };
        problems.push(packProblem('yaml-refused', placeAt(offset), words));
      }
    },
  });
  return problems.slice(0, 20);
}

/** The place of the deepest part of the path that exists. */
function locate(document: Document, path: Path, placeAt: (offset: number) => Place): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return placeAt(startOf(document, path, length, node.range[0]));
  }
  return placeAt(0);
}

/** A map or list is found at its key, which stands on the line one looks for. */
function startOf(document: Document, path: Path, length: number, otherwise: number): number {
  const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
  const key = path[length - 1];
  if (typeof key !== 'string' || parent === null || typeof parent !== 'object') return otherwise;
  if (!('items' in parent) || !Array.isArray(parent.items)) return otherwise;
  for (const pair of parent.items) {
    if (!isPair(pair) || !isNode(pair.key) || !pair.key.range) continue;
    if ('value' in pair.key && pair.key.value === key) return pair.key.range[0];
  }
  return otherwise;
}

/** Judged on the text, before any parser descends into it. */
function isTooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open -= 1;
    if (open > nestingLimit) return true;
  }
  return text.split('\n').some((line) => {
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    return indent > indentLimit || /^\s*(- ){24}/.test(line);
  });
}
