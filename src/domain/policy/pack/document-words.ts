// Words for the fixed vocabularies of packs: kinds of steps, levels, charts, fields, sampling.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type {
  benefitKinds,
  fundChannels,
  fundRuleKinds,
} from '#domain/policy/pack/delivery-schemas.ts';
import type { assessmentEffects } from '#domain/policy/pack/duty-schemas.ts';
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
  lowerIsPoorer: { zh: '分数低者贫困', en: 'A low score is poor' },
  higherIsPoorer: { zh: '分数高者贫困', en: 'A high score is poor' },
} as const satisfies Record<string, Bilingual>;

export const benefitWords: Vocabulary<typeof benefitKinds> = {
  cash: { zh: '现金', en: 'cash' },
  goods: { zh: '实物', en: 'goods' },
  service: { zh: '服务', en: 'service' },
  insurance: { zh: '保险', en: 'insurance' },
  work: { zh: '就业岗位', en: 'a job' },
  training: { zh: '培训', en: 'training' },
  waiver: { zh: '减免', en: 'waiver' },
};

export const recipientWords = {
  person: { zh: '按人', en: 'by person' },
  household: { zh: '按户', en: 'by household' },
  village: { zh: '按村', en: 'by village' },
} as const satisfies Record<string, Bilingual>;

export const channelWords: Vocabulary<typeof fundChannels> = {
  central: { zh: '中央财政', en: 'central budget' },
  province: { zh: '省级财政', en: 'provincial budget' },
  city: { zh: '市级财政', en: 'city budget' },
  county: { zh: '县级财政', en: 'county budget' },
  sector: { zh: '行业部门', en: 'line departments' },
  social: { zh: '社会帮扶', en: 'social contributions' },
  private: { zh: '社会资本', en: 'private capital' },
  bank: { zh: '银行贷款', en: 'bank loans' },
};

export const fundRuleWords: Vocabulary<typeof fundRuleKinds> = {
  shareLeast: { zh: '占比不得低于', en: 'a share of at least' },
  shareMost: { zh: '占比不得高于', en: 'a share of at most' },
  floor: { zh: '每个对象不得少于', en: 'each gets at least' },
  growth: { zh: '随财政增长递增', en: 'grows with revenue' },
  split: { zh: '按比例分担', en: 'shared in proportion' },
  leverage: { zh: '放大倍数', en: 'multiple of the fund' },
  order: { zh: '先后次序', en: 'order of steps' },
};

export const effectWords: Vocabulary<typeof assessmentEffects> = {
  score: { zh: '计分', en: 'scored' },
  deduction: { zh: '扣分', en: 'points taken off' },
  bonus: { zh: '加分', en: 'points added' },
  difficulty: { zh: '难度系数', en: 'weighed by difficulty' },
  citizens: { zh: '群众评分', en: 'scored by citizens' },
  routine: { zh: '平时考核', en: 'assessed through the year' },
  veto: { zh: '一票否决', en: 'excludes' },
};

export const periodWords = {
  week: { zh: '每周', en: 'a week' },
  month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季度', en: 'a quarter' },
  year: { zh: '每年', en: 'a year' },
  once: { zh: '一次', en: 'once' },
} as const satisfies Record<string, Bilingual>;

export const signWords = {
  each: { zh: '逐户签字', en: 'household by household' },
  roster: { zh: '签花名册，可查到每户', en: 'a roster from which each household is reached' },
} as const satisfies Record<string, Bilingual>;
