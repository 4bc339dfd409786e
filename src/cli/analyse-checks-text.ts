// Samples, raters and lists as tables for a terminal, in one language.
import type { AgreementAnswer } from '#domain/insight/analysis/agreement-analysis.ts';
import type { SampleAnswer } from '#domain/insight/analysis/sample-analysis.ts';
import type { ScoresAnswer } from '#domain/insight/analysis/scores-analysis.ts';
import type { TargetingAnswer } from '#domain/insight/analysis/targeting-analysis.ts';
import type { Share } from '#domain/insight/measures/targeting-errors.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import {
  few,
  four,
  interval,
  type Lines,
  number,
  percent,
  sayer,
  six,
  span,
} from './analyse-words.ts';
import { tableOf } from './text-table.ts';

export function sampleText({ estimate, drawn, isFew }: SampleAnswer, language: Language): Lines {
  const say = sayer(language);
  const note = isFew ? [few[language].trim()] : [];
  if (drawn !== null) {
    const total = [say('总数（Hansen–Hurwitz）', 'Total (Hansen–Hurwitz)'), number(drawn.value)];
    return [...tableOf([[...total, interval(drawn, number), `${drawn.draws}`]]), ...note];
  }
  if (estimate === null) return note;
  return [
    ...tableOf([
      [say('总数', 'Total'), number(estimate.total.value), interval(estimate.total, number)],
      [say('均值或比例', 'Mean or share'), six(estimate.mean.value), interval(estimate.mean, six)],
      [say('代表的总体', 'Stands for'), number(estimate.population), ''],
      [
        say('初级单元', 'Primary units'),
        `${estimate.units}`,
        `${say('层', 'strata')} ${estimate.strata}`,
      ],
      [say('设计效应', 'Design effect'), estimate.designEffect.toFixed(2), ''],
      [
        say('权重后的有效行数', 'Rows left by the weights'),
        number(estimate.effectiveByWeights),
        '',
      ],
    ]),
    ...note,
  ];
}

export function agreementText(answer: AgreementAnswer, language: Language): Lines {
  const say = sayer(language);
  const { kappa, numbers, icc, categories, table } = answer;
  if (kappa !== null) {
    return [
      ...tableOf([
        ['', ...categories],
        ...table.map((row, at) => [categories[at] ?? '', ...row.map(String)]),
      ]),
      '',
      ...tableOf([
        [say('一致', 'Agree'), percent(kappa.observed), ''],
        [say('随机也会一致', 'By chance'), percent(kappa.expected), ''],
        ['Kappa', kappa.kappa.toFixed(4), span(kappa.interval, four)],
      ]),
    ];
  }
  if (numbers === null) return [];
  return tableOf([
    [say('在容差内', 'Within tolerance'), percent(numbers.withinTolerance), ''],
    [say('平均差', 'Mean difference'), six(numbers.meanDifference), ''],
    [say('一致性界限', 'Limits of agreement'), span(numbers.limits, six), ''],
    ['ICC(2,1)', icc === null ? '' : icc.icc21.toFixed(4), ''],
    ['ICC(3,1)', icc === null ? '' : icc.icc31.toFixed(4), ''],
  ]);
}

export function targetingText(answer: TargetingAnswer, language: Language): Lines {
  const say = sayer(language);
  const { programme, population } = answer.errors;
  const row = (name: string, share: Share) => [
    name,
    share.value === null ? say('无分母', 'no denominator') : percent(share.value),
    `${number(share.numerator)} / ${number(share.denominator)}`,
    share.interval === null ? '' : span(share.interval, percent),
  ];
  return [
    say('按项目（钱花到哪里）', 'By the programme (where the money goes)'),
    ...tableOf([
      row(say('错评率（泄漏）', 'Inclusion error (leakage)'), programme.inclusionError),
      row(say('漏评率（未覆盖）', 'Exclusion error (undercoverage)'), programme.exclusionError),
      row(say('贫困人口覆盖率', 'Coverage of the poor'), programme.coverageOfPoor),
      row(say('名单覆盖率', 'Share listed'), programme.programmeCoverage),
    ]),
    '',
    say('按人口（考核的口径）', 'By the population (as exit is checked)'),
    ...tableOf([
      row(say('未建档人口中的漏评率', 'Omitted among the unlisted'), population.omissionRate),
      row(say('非贫困人口中的误列率', 'Listed among the non-poor'), population.falsePositiveRate),
      row(say('识别准确率', 'Accuracy'), population.accuracy),
    ]),
    ...(answer.transferIndex === null ? [] : [`CGH ${answer.transferIndex.toFixed(3)}`]),
    ...(answer.isFew ? [few[language].trim()] : []),
  ];
}

export function scoresText({ rate, isFew }: ScoresAnswer, language: Language): Lines {
  const say = sayer(language);
  return [
    ...tableOf([
      [
        say('推算的贫困发生率', 'Implied poverty rate'),
        percent(rate.value),
        interval(rate, percent),
      ],
      [say('计入的行', 'Rows counted'), number(rate.rows), ''],
      [say('表外的分数', 'Points beyond the table'), number(rate.beyondTable), ''],
    ]),
    say(
      '区间只含抽样误差，不含可能性表本身的误差。',
      'The interval is of the sampling alone, not of the table of likelihoods.',
    ),
    ...(isFew ? [few[language].trim()] : []),
  ];
}
