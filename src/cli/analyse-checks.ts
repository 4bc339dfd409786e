// Commands that check a list, a sample or two raters.
import { stat } from 'node:fs/promises';
import { createAgreementAnalysis } from '#domain/insight/analysis/agreement-analysis.ts';
import { createSampleAnalysis } from '#domain/insight/analysis/sample-analysis.ts';
import { createScoresAnalysis } from '#domain/insight/analysis/scores-analysis.ts';
import { createTargetingAnalysis } from '#domain/insight/analysis/targeting-analysis.ts';
import { readPackFolder } from '#server/policy/read-pack-folders.ts';
import { agreementText, sampleText, scoresText, targetingText } from './analyse-checks-text.ts';
import { judgeOf } from './analyse-lot.ts';
import {
  columnsOf,
  confidenceOf,
  confidenceOption,
  fileOption,
  fileOptions,
  flag,
  languageOf,
  numberOf,
  option,
  required,
  sampleOptions,
  yuanLineOf,
} from './analyse-options.ts';
import { type Command, UsageProblem } from './command.ts';
import { runAnalysis } from './run-analysis.ts';

export const checkCommands: readonly Command[] = [
  {
    name: 'analyse sample',
    summary: {
      zh: '抽样估计：总数、均值或比例（分层、多阶段、按规模）；或批质量检验：这些户够不够证明',
      en: 'Estimates of a sample: total, mean or share (stratified, multi-stage, by size); or a lot: whether so many draws prove it',
    },
    options: [
      { ...fileOption, isRequired: false },
      option('value', '<col>', '要估计的列', 'column to estimate'),
      flag('share', '该列是“是/否”，估计比例', 'the column is yes or no: estimate the share'),
      option(
        'units',
        '<col>',
        '该层总体的初级单元数（有限总体修正）',
        'primary units of the stratum in the population (finite correction)',
      ),
      option(
        'probability',
        '<col>',
        '每次抽中该单元的概率（按规模、放回）',
        'probability of one draw (by size, put back)',
      ),
      ...sampleOptions,
      option('draws', '<n>', '批质量检验：抽了多少', 'lot: how many were drawn'),
      option('faults', '<n>', '批质量检验：发现多少差错', 'lot: how many faults were found'),
      option(
        'limit',
        '<share>',
        '批质量检验：要证明低于的比例，例如 2%',
        'lot: the share to be proven not reached, such as 2%',
      ),
      option('population', '<n>', '批质量检验：全体有多少', 'lot: how many there are in all'),
      ...fileOptions,
    ],
    example: '--draws 30 --faults 0 --limit 2%',
    run: async (asked) => {
      const { values, flags } = asked;
      if (values.draws !== undefined) return judgeOf(values, languageOf(values.locale));
      if (values.file === undefined || values.value === undefined) {
        throw new UsageProblem({
          zh: '请给 --file 和 --value 估计一列，或给 --draws、--faults、--limit 检验一批。',
          en: 'Give --file and --value to estimate a column, or --draws, --faults and --limit to judge a lot.',
        });
      }
      const { units, probability } = values;
      const ask = {
        ...columnsOf({ ...values, by: undefined }),
        value: values.value,
        isShare: flags.has('share'),
        units,
        probability,
        confidence: confidenceOf(values),
      };
      return runAnalysis(asked, createSampleAnalysis(ask), sampleText);
    },
  },
  {
    name: 'analyse agreement',
    summary: {
      zh: '两位评定人是否一致：Kappa（可加权），或数字的一致性界限和组内相关',
      en: 'Whether two raters agree: kappa (weighted too), or limits of agreement and ICC of numbers',
    },
    options: [
      fileOption,
      required('first', '<col>', '第一位的列', 'column of the first rater'),
      required('second', '<col>', '第二位的列', 'column of the second rater'),
      flag('numbers', '两列是数字', 'the columns are numbers'),
      option(
        'tolerance',
        '<number>',
        '相差多少以内算一致',
        'difference that still counts as equal',
      ),
      option(
        'kappa-weights',
        '<none|linear|quadratic>',
        '相邻类别是否算部分一致',
        'whether neighbours count in part',
      ),
      option('order', '<a,b,c>', '类别的顺序', 'order of the categories'),
      confidenceOption,
      ...fileOptions,
    ],
    example: '--file 复核.csv --first 初评 --second 复评 --kappa-weights linear',
    run: (asked) => {
      const { values, flags } = asked;
      const weights = values['kappa-weights'] ?? 'none';
      if (weights !== 'none' && weights !== 'linear' && weights !== 'quadratic') {
        throw new UsageProblem({
          zh: `--kappa-weights 只能是 none、linear 或 quadratic，不能是“${weights}”。`,
          en: `--kappa-weights is none, linear or quadratic, not “${weights}”.`,
        });
      }
      const ask = {
        first: values.first ?? '',
        second: values.second ?? '',
        isNumbers: flags.has('numbers'),
        weights,
        tolerance: numberOf(values, 'tolerance', { from: 0, to: 1e12 }) ?? 0,
        order: values.order?.split(/[,，]/).map((name) => name.trim()),
        confidence: confidenceOf(values),
      } as const;
      return runAnalysis(asked, createAgreementAnalysis(ask), agreementText);
    },
  },
  {
    name: 'analyse targeting',
    summary: {
      zh: '名单的误差：错评、漏评、覆盖，按项目和按人口两种口径，带区间',
      en: 'Errors of a list: inclusion, exclusion, coverage, by the programme and by the population, with intervals',
    },
    options: [
      fileOption,
      required('listed', '<col>', '是否在名单上（是/否）', 'whether listed (yes or no)'),
      option('poor', '<col>', '复核后是否贫困（是/否）', 'whether poor on re-checking (yes or no)'),
      option(
        'income',
        '<col>',
        '或以人均年收入判断，另给 --line',
        'or income per head, with --line',
      ),
      option('line', '<number>', '贫困线（元）', 'the line, in yuan'),
      option(
        'transfer',
        '<col>',
        '得到的补助（元），用于 CGH 指数',
        'what was received (yuan), for the CGH index',
      ),
      ...sampleOptions,
      ...fileOptions,
    ],
    example: '--file 复核.csv --listed 建档立卡 --income 人均纯收入 --line 2952 --members 人口',
    run: (asked) => {
      const { values } = asked;
      const { listed = '', poor, income, transfer } = values;
      if ((poor === undefined) === (income === undefined)) {
        throw new UsageProblem({
          zh: '--poor 和 --income（连同 --line）给一个，也只给一个。',
          en: 'Give one of --poor and --income (with --line), and only one.',
        });
      }
      const line = income === undefined ? undefined : yuanLineOf(values.line);
      const columns = columnsOf({ ...values, by: undefined });
      const ask = {
        ...columns,
        listed,
        poor,
        income,
        line,
        transfer,
        confidence: confidenceOf(values),
      };
      return runAnalysis(asked, createTargetingAnalysis(ask), targetingText);
    },
  },
  {
    name: 'analyse scores',
    summary: {
      zh: '由评分表的得分推算贫困发生率：用政策包里的可能性表，只说一群人，不指认一户',
      en: 'The poverty rate that the points of a sheet imply, by a likelihood table of a pack: of a group, never of one household',
    },
    options: [
      fileOption,
      required('points', '<col>', '得分', 'the points'),
      required(
        'pack',
        '<folder>',
        '政策包文件夹，评分表带 likelihoods',
        'folder of the pack whose sheet has likelihoods',
      ),
      option(
        'likelihood',
        '<id>',
        '哪一张可能性表；不填用第一张',
        'which table; the first when absent',
      ),
      ...sampleOptions,
      ...fileOptions,
    ],
    example: '--file 评分.csv --points 总分 --members 人口 --pack policy/packs/tea-club',
    run: async (asked) => {
      const { values } = asked;
      const steps = await likelihoodsOf(values.pack ?? '', values.likelihood);
      const columns = columnsOf({ ...values, by: undefined });
      const ask = {
        ...columns,
        points: values.points ?? '',
        steps,
        confidence: confidenceOf(values),
      };
      return runAnalysis(asked, createScoresAnalysis(ask), scoresText);
    },
  },
];

async function likelihoodsOf(folder: string, wanted: string | undefined) {
  const found = await stat(folder).catch(() => undefined);
  const read = found?.isDirectory() === true ? await readPackFolder(folder) : undefined;
  const tables = (read?.pack?.rows.sheets ?? []).flatMap(({ row }) => row.likelihoods);
  const table = wanted === undefined ? tables[0] : tables.find(({ id }) => id === wanted);
  if (table !== undefined) return table.steps;
  const names = tables.map(({ id }) => id).join(', ') || '—';
  throw new UsageProblem({
    zh: `“${folder}”里没有可能性表“${wanted ?? ''}”。现有：${names}。`,
    en: `There is no likelihood table “${wanted ?? ''}” in “${folder}”. It has: ${names}.`,
  });
}
