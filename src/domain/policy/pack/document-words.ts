// Words for the fixed vocabularies of packs: kinds of steps, levels, charts, fields, sampling.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { fieldTypes } from '#domain/policy/pack/form-schemas.ts';
import type { areaLevels } from '#domain/policy/pack/manifest-schema.ts';
import type { chartKinds, stepKinds } from '#domain/policy/pack/practice-schemas.ts';

type Vocabulary<Words extends readonly string[]> = Readonly<Record<Words[number], Bilingual>>;

export const levelWords: Vocabulary<typeof areaLevels> = {
  nation: { zh: '全国', en: 'nation' },
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '县', en: 'county' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  hamlet: { zh: '屯', en: 'hamlet' },
  group: { zh: '村民小组', en: 'villager group' },
  household: { zh: '户', en: 'household' },
};

export const stepWords: Vocabulary<typeof stepKinds> = {
  application: { zh: '申请', en: 'application' },
  visit: { zh: '入户', en: 'visit' },
  form: { zh: '填表', en: 'form' },
  meeting: { zh: '会议', en: 'meeting' },
  review: { zh: '审核', en: 'review' },
  notice: { zh: '公示', en: 'notice' },
  sample: { zh: '抽查', en: 'sample' },
  comparison: { zh: '核验', en: 'verification' },
  decision: { zh: '审定', en: 'decision' },
  signOff: { zh: '签字', en: 'signature' },
  announcement: { zh: '公告', en: 'announcement' },
};

export const chartWords: Vocabulary<typeof chartKinds> = {
  map: { zh: '地图', en: 'map' },
  target: { zh: '目标', en: 'targets' },
  responsibility: { zh: '分工', en: 'responsibilities' },
  documents: { zh: '文件', en: 'documents' },
  flow: { zh: '流程', en: 'flow' },
  funds: { zh: '资金流向', en: 'flow of funds' },
  layout: { zh: '布局', en: 'layout' },
  timeline: { zh: '进度', en: 'timeline' },
  table: { zh: '表', en: 'table' },
};

export const fieldWords: Vocabulary<typeof fieldTypes> = {
  text: { zh: '文字', en: 'text' },
  code: { zh: '单选', en: 'one code' },
  codes: { zh: '多选', en: 'several codes' },
  integer: { zh: '整数', en: 'whole number' },
  number: { zh: '数字', en: 'number' },
  boolean: { zh: '是否', en: 'yes or no' },
  date: { zh: '日期', en: 'day' },
  area: { zh: '地区', en: 'area' },
  money: { zh: '金额', en: 'money' },
  sealed: { zh: '加密', en: 'encrypted' },
};

export const sampleWords = {
  random: { zh: '随机', en: 'at random' },
  adjacent: { zh: '相邻', en: 'adjacent' },
  assigned: { zh: '指定', en: 'assigned' },
  all: { zh: '全部', en: 'all' },
  independentScores: { zh: '比较两次独立评分', en: 'two independent scores are compared' },
  jointRecheck: { zh: '两组共同复核', en: 'two teams re-check together' },
  observers: { zh: '群众旁听监督', en: 'villagers observe' },
} as const satisfies Record<string, Bilingual>;

export const directionWords = {
  lowerIsPoorer: { zh: '分数低者贫困', en: 'a low score is poor' },
  higherIsPoorer: { zh: '分数高者贫困', en: 'a high score is poor' },
} as const satisfies Record<string, Bilingual>;
