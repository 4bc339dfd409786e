// What a schema found wrong, in a sentence somebody without a programmer beside them can act on.

import type { z } from 'zod';
import type { Path } from '#domain/policy/pack/read-yaml.ts';

export interface ShapeFault {
  readonly path: Path;
  readonly detail: string;
  readonly detailEn: string;
  readonly remedy: string;
  readonly remedyEn: string;
}

type Issue = z.core.$ZodIssue;

export function explainShape(issue: Issue): readonly ShapeFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => strangeKey(path, key));
  if (issue.code === 'invalid_union') {
    const inner = explainUnion(issue);
    if (inner.length > 0) return inner;
  }
  return [explainOne(issue, path)];
}

function explainOne(issue: Issue, path: Path): ShapeFault {
  const fault = faultAt(path);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? missing(fault, path) : wrongType(fault, issue.expected);
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      const remedies = [`可用：${allowed}。`, `Allowed: ${allowed}.`] as const;
      return fault('的值不在允许范围内。', 'has a value that is not allowed.', ...remedies);
    }
    case 'too_small': {
      const remedies = [`至少 ${issue.minimum}。`, `At least ${issue.minimum}.`] as const;
      return fault('太短或太小。', 'is too short or too small.', ...remedies);
    }
    case 'too_big': {
      const remedies = [`至多 ${issue.maximum}。`, `At most ${issue.maximum}.`] as const;
      return fault('太长或太大。', 'is too long or too large.', ...remedies);
    }
    case 'invalid_format': {
      const hint = formatHint(issue);
      return fault('写法不对。', 'is not written as it has to be.', hint.zh, hint.en);
    }
    case 'custom':
      return custom(fault, issue.params);
    default: {
      const remedies = ['对照说明文档的例子。', 'Compare with the example in the guide.'] as const;
      return fault('不符合任何一种允许的写法。', 'fits none of the allowed forms.', ...remedies);
    }
  }
}

/** The branch that got furthest is the one that was meant. */
function explainUnion(issue: Extract<Issue, { code: 'invalid_union' }>): readonly ShapeFault[] {
  const [nearest = []] = [...issue.errors].sort((left, right) => depth(right) - depth(left));
  return nearest.flatMap((one) => explainShape({ ...one, path: [...issue.path, ...one.path] }));
}

/** A text with a comma inside braces falls apart into a key that nobody meant. */
function strangeKey(path: Path, key: string): ShapeFault {
  const isText = key.includes(' ');
  const remedy = isText ? '花括号里的文字如含逗号，要整段加引号。' : '删去它，或检查拼写和缩进。';
  const remedyEn = isText
    ? 'Put a text with commas inside braces in quotes.'
    : 'Remove it, or check its spelling and indentation.';
  const fault = faultAt([...path, key]);
  return fault('不该出现在这里。', 'does not belong here.', remedy, remedyEn);
}

function faultAt(path: Path): MakeFault {
  return (detail, detailEn, remedy, remedyEn) => ({ path, detail, detailEn, remedy, remedyEn });
}

type MakeFault = (detail: string, detailEn: string, remedy: string, remedyEn: string) => ShapeFault;

function missing(fault: MakeFault, path: Path): ShapeFault {
  const last = path.at(-1);
  if (last === 'zh' || last === 'en') {
    const zh = last === 'zh' ? '中文' : '英文';
    const en = last === 'zh' ? 'Chinese' : 'English';
    return fault(
      `缺少${zh}文字。`,
      `has no ${en} text.`,
      '所有给人看的文字都要有 zh 和 en。',
      'Every text people read needs zh and en.',
    );
  }
  if (last === 'verified') {
    return fault(
      '没有写明是否核实。',
      'does not say whether it was verified.',
      '写 verified: true 或 verified: false。',
      'Write verified: true or verified: false.',
    );
  }
  return fault('没有填写。', 'is missing.', '补上这一项。', 'Add it.');
}

const typeWords: Readonly<Record<string, readonly [string, string]>> = {
  string: ['文字（像 01 这样的编号要加引号）', 'a text (put numbers like 01 in quotes)'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表（每行以 - 开头）', 'a list (each line begins with -)'],
  object: ['若干“名称: 值”', 'names with values'],
};

function wrongType(fault: MakeFault, expected: string): ShapeFault {
  const [zh, en] = typeWords[expected] ?? [expected, expected];
  return fault('的类型不对。', 'is of the wrong type.', `这里要写${zh}。`, `Write ${en} here.`);
}

function formatHint(issue: Extract<Issue, { code: 'invalid_format' }>): { zh: string; en: string } {
  const pattern = 'pattern' in issue ? String(issue.pattern ?? '') : '';
  if (pattern.startsWith('/^[A-Z]')) {
    return {
      zh: '代码用大写字母，如 GREEN_TEA。',
      en: 'Write codes in capitals, such as GREEN_TEA.',
    };
  }
  if (pattern.startsWith('/^[a-z][A-Za-z0-9]')) {
    return {
      zh: '编号用小写字母开头的英文，如 cupsLeast。',
      en: 'Write ids in Latin letters, such as cupsLeast.',
    };
  }
  if (issue.format === 'url') return { zh: '写完整网址。', en: 'Write the full address.' };
  return { zh: `应符合 ${pattern}。`, en: `It should match ${pattern}.` };
}

function custom(
  fault: MakeFault,
  params: Readonly<Record<string, unknown>> | undefined,
): ShapeFault {
  if (params?.rule === 'day') {
    return fault(
      '不是日历上有的日期。',
      'is not a day of the calendar.',
      '写成 2016-09-30 的样子。',
      'Write it like 2016-09-30.',
    );
  }
  if (params?.rule === 'likelihoods') {
    return fault(
      '各级分数应从低到高，末级不低于满分。',
      'must rise in points, and the last step must reach the maximum of the sheet.',
      '按分数从低到高排列，末级写满分。',
      'Put the steps in order of points and end with the maximum.',
    );
  }
  if (params?.rule === 'unit') {
    const zh = '用已有的单位，如 yuan/person/year；纯数字写 "1"。';
    return fault(
      '不是认识的单位。',
      'is not a known unit.',
      zh,
      'Use a known unit such as yuan/person/year, or "1" for a pure number.',
    );
  }
  return fault(
    '不符合要求。',
    'is not as it should be.',
    '对照说明文档。',
    'Compare with the guide.',
  );
}

function depth(issues: readonly Issue[]): number {
  return issues.reduce((most, { path, code }) => {
    const own =
      path.length - (code === 'unrecognized_keys' ? 1 : 0) - (code === 'invalid_type' ? 0.5 : 0);
    return Math.max(most, own);
  }, -issues.length / 10);
}
