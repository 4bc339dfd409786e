// Commands of poverty measures on any table. They open a file and need no installation.
import { createDeprivationAnalysis } from '#domain/insight/analysis/deprivation-analysis.ts';
import { createGroupedAnalysis } from '#domain/insight/analysis/grouped-analysis.ts';
import { createPovertyAnalysis } from '#domain/insight/analysis/poverty-analysis.ts';
import { checkCommands } from './analyse-checks.ts';
import {
  columnsOf,
  confidenceOf,
  cutOf,
  dimensionsOf,
  fileOption,
  fileOptions,
  flag,
  lineOf,
  numberOf,
  option,
  required,
  sampleOptions,
  yuanLineOf,
} from './analyse-options.ts';
import { deprivationText, groupedText, povertyText } from './analyse-text.ts';
import { type Command, UsageProblem } from './command.ts';
import { runAnalysis } from './run-analysis.ts';

const endless = { from: 1e-9, to: 1e15 };

export const analyseCommands: readonly Command[] = [
  {
    name: 'analyse poverty',
    summary: {
      zh: '由收入表计算贫困发生率、深度、强度、补齐差额、基尼系数和洛伦兹曲线，带区间和分组',
      en: 'Headcount, gap, severity, cost of closing the gap, Gini and Lorenz curve of an income table, with intervals and groups',
    },
    options: [
      fileOption,
      required('income', '<col>', '人均年收入（元）', 'income per head and year, in yuan'),
      required(
        'line',
        '<number|60%median>',
        '贫困线：元，或中位数的百分比',
        'the line: yuan, or a share of the median',
      ),
      ...sampleOptions,
      flag(
        'fgt-only',
        '只算 P0 至 P2，内存不随行数增长',
        'P0 to P2 alone; memory does not grow with the rows',
      ),
      ...fileOptions,
    ],
    example: '--file 农户.csv --income 人均纯收入 --members 人口 --by 乡镇 --line 2952',
    run: (asked) => {
      const { values, flags } = asked;
      const ask = {
        ...columnsOf(values),
        income: values.income ?? '',
        line: lineOf(values.line),
        confidence: confidenceOf(values),
        distribution: !flags.has('fgt-only'),
      };
      return runAnalysis(asked, createPovertyAnalysis(ask), povertyText);
    },
  },
  {
    name: 'analyse deprivation',
    summary: {
      zh: '由多维指标表计算 Alkire-Foster 的 H、A、M0、M1、M2、各维贡献和剥夺率',
      en: 'Alkire-Foster H, A, M0, M1, M2, contributions and headcounts of a table of dimensions',
    },
    options: [
      fileOption,
      required(
        'weights',
        '<col=weight,…>',
        '各维度的列和权重',
        'columns of the dimensions and their weights',
      ),
      required(
        'cutoffs',
        '<col=cutoff,…>',
        '各维度的临界值，低于它为被剥夺',
        'cut-offs; below is deprived',
      ),
      required(
        'k',
        '<share|1/3>',
        '加权剥夺达到多少为贫困',
        'weighted deprivation that makes poor',
      ),
      option(
        'missing',
        '<drop|not-deprived>',
        '缺值的行：略去，或当作未被剥夺；默认略去',
        'rows with a blank: left out, or taken as not deprived; left out when absent',
      ),
      flag('depth', '数值有距离，另算 M1 和 M2', 'numbers have a distance: M1 and M2 too'),
      ...sampleOptions,
      ...fileOptions,
    ],
    example:
      '--file 农户.csv --weights 收入=1,教育=1,住房=1 --cutoffs 收入=2952,教育=6,住房=13 --k 1/3 --members 人口',
    run: (asked) => {
      const { values, flags } = asked;
      const { missing = 'drop' } = values;
      if (missing !== 'drop' && missing !== 'not-deprived') {
        throw new UsageProblem({
          zh: `--missing 只能是 drop 或 not-deprived，不能是“${missing}”。`,
          en: `--missing is drop or not-deprived, not “${missing}”.`,
        });
      }
      const ask = {
        ...columnsOf(values),
        dimensions: dimensionsOf(values),
        k: cutOf(values.k),
        missing,
        hasDepth: flags.has('depth'),
        confidence: confidenceOf(values),
      } as const;
      return runAnalysis(asked, createDeprivationAnalysis(ask), deprivationText);
    },
  },
  {
    name: 'analyse grouped',
    summary: {
      zh: '由公布的收入分组表拟合洛伦兹曲线（一般二次式和 Beta 式），推算贫困和不平等',
      en: 'Poverty and inequality from a published table of income classes: General Quadratic and Beta Lorenz curves',
    },
    options: [
      fileOption,
      required('population', '<col>', '每组人口或人口比例', 'people of each class, or their share'),
      option('class-mean', '<col>', '每组平均收入（元）', 'mean income of each class, in yuan'),
      option(
        'share',
        '<col>',
        '每组收入占比；另给 --mean',
        'income share of each class; give --mean too',
      ),
      option('mean', '<yuan>', '总平均收入', 'mean income of all'),
      required('line', '<number>', '贫困线（元）', 'the line, in yuan'),
      ...fileOptions,
    ],
    example: '--file 分组.csv --population 人口比例 --class-mean 平均收入 --line 2300',
    run: (asked) => {
      const { values } = asked;
      const classMean = values['class-mean'];
      const mean = numberOf(values, 'mean', endless);
      if ((classMean === undefined) === (values.share === undefined)) {
        throw new UsageProblem({
          zh: '--class-mean 和 --share 给一个，也只给一个。',
          en: 'Give one of --class-mean and --share, and only one.',
        });
      }
      if (values.share !== undefined && mean === undefined) {
        throw new UsageProblem({
          zh: '只有收入占比时还要给 --mean（总平均收入）。',
          en: 'With income shares alone, --mean (the mean income of all) is needed.',
        });
      }
      const { population = '', share } = values;
      const ask = { population, classMean, share, mean, line: yuanLineOf(values.line) };
      return runAnalysis(asked, createGroupedAnalysis(ask), groupedText);
    },
  },
  ...checkCommands,
];
