// What each measure means and where it comes from, in the words a page and a terminal show on demand.
import type { Bilingual } from '#domain/kernel/refusal.ts';

export interface Definition {
  readonly name: Bilingual;
  readonly text: Bilingual;
  readonly source: string;
}

export const definitions = {
  headcount: {
    name: { zh: '贫困发生率 P0', en: 'Headcount P0' },
    text: {
      zh: '人均收入低于贫困线的人口占全部人口的比例；正好等于贫困线的不算。',
      en: 'Share of persons whose income per head is below the line; exactly on it is not below.',
    },
    source: 'Foster, Greer and Thorbecke 1984, Econometrica 52(3)',
  },
  gap: {
    name: { zh: '贫困深度 P1', en: 'Poverty gap P1' },
    text: {
      zh: '每人离贫困线的差额占贫困线的比例，按全部人口平均；不贫困的按 0 计。',
      en: 'Mean shortfall from the line as a share of it, over all persons; who is not poor counts 0.',
    },
    source: 'Foster, Greer and Thorbecke 1984, Econometrica 52(3)',
  },
  severity: {
    name: { zh: '贫困强度 P2', en: 'Severity P2' },
    text: {
      zh: '差额比例的平方，按全部人口平均；越穷的人分量越重。',
      en: 'Mean of the squared shortfall over all persons; the poorest weigh most.',
    },
    source: 'Foster, Greer and Thorbecke 1984, Econometrica 52(3)',
  },
  gapYuan: {
    name: { zh: '补齐差额（元）', en: 'Gap in yuan' },
    text: {
      zh: '若能分文不差地发给每个贫困人口，一年补到贫困线所需的钱。实际总要更多。',
      en: 'Money a year that would lift everyone exactly to the line if not a fen went astray. In practice it is always more.',
    },
    source: 'Haughton and Khandker 2009, Handbook on Poverty and Inequality, ch. 4',
  },
  gini: {
    name: { zh: '基尼系数', en: 'Gini coefficient' },
    text: {
      zh: '任取两人收入之差的平均，除以平均收入的两倍；0 是人人相同，越接近 1 越不均。',
      en: 'Mean difference of two persons over twice the mean income; 0 is all the same, near 1 one has all.',
    },
    source: 'Haughton and Khandker 2009, ch. 6; interval by Osier 2009',
  },
  lorenz: {
    name: { zh: '洛伦兹曲线', en: 'Lorenz curve' },
    text: {
      zh: '从最穷的人数起，多少比例的人占有多少比例的收入。对角线是人人相同。',
      en: 'What share of all income the poorest share of persons has. The diagonal is all the same.',
    },
    source: 'Lorenz 1905; Haughton and Khandker 2009, ch. 6',
  },
  quantiles: {
    name: { zh: '五等份收入占比', en: 'Quintile shares' },
    text: {
      zh: '按人均收入从低到高把人口分成五等份，每份占全部收入的比例。',
      en: 'Persons in five equal parts from the poorest up, and the share of all income each has.',
    },
    source: 'Haughton and Khandker 2009, ch. 6',
  },
  relative: {
    name: { zh: '相对贫困线', en: 'Relative line' },
    text: {
      zh: '按人口加权的收入中位数乘以所选比例（欧盟用 60%）。中位数随样本而变，区间已计入。',
      en: 'The weighted median income of persons times a share (60 % in the EU). The median itself is estimated, and the interval knows it.',
    },
    source: 'Regulation (EU) 2019/2242; quantile: Hyndman and Fan 1996, definition 2, weighted',
  },
  deprivation: {
    name: { zh: '多维贫困 M0', en: 'Adjusted headcount M0' },
    text: {
      zh: '各维度按权重计剥夺，达到 k 的为多维贫困；H 是其比例，A 是平均剥夺程度，M0 = H × A。',
      en: 'Deprivations add up by weight; who reaches k is poor. H is their share, A their mean breadth, M0 = H × A.',
    },
    source: 'Alkire and Foster 2011, Journal of Public Economics 95',
  },
  interval: {
    name: { zh: '置信区间', en: 'Interval' },
    text: {
      zh: '比例用 Wilson 区间，其他用线性化的标准误和 t 分布；分层、整群按设计计算，不重抽样，因此没有随机种子。',
      en: 'Wilson for shares; for the rest a linearised standard error and Student’s t. Strata and clusters count as designed; nothing is resampled, so there is no seed.',
    },
    source: 'Brown, Cai and DasGupta 2001; Deville 1999; Osier 2009; Wolter 2007',
  },
  bounds: {
    name: { zh: '未知收入的上下限', en: 'Bounds of unknown incomes' },
    text: {
      zh: '登记是全数，没有抽样误差；收入未知的户若全不贫困或全贫困，比例在两端之间。',
      en: 'A register is a full count without sampling error; were all households of unknown income not poor, or all poor, the rate would be at the two ends.',
    },
    source: 'Manski 2003, Partial Identification of Probability Distributions, ch. 1',
  },
} as const satisfies Record<string, Definition>;
