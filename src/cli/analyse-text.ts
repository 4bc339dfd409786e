// Poverty, deprivation and grouped data as tables for a terminal, in one language.
import { definitions } from '#domain/insight/analysis/definitions.ts';
import type { DeprivationAnswer } from '#domain/insight/analysis/deprivation-analysis.ts';
import type { GroupedAnswer } from '#domain/insight/analysis/grouped-analysis.ts';
import type { PovertyResult } from '#domain/insight/analysis/poverty-analysis.ts';
import type { CurveFault } from '#domain/insight/measures/grouped-lorenz.ts';
import type { Bilingual, Language } from '#domain/kernel/refusal.ts';
import type { Estimate } from '#domain/kernel/statistics/design.ts';
import { few, four, interval, type Lines, number, percent, sayer } from './analyse-words.ts';
import { tableOf } from './text-table.ts';

export function povertyText(result: PovertyResult, language: Language): Lines {
  const { fgt, line, distribution, groups } = result;
  const say = sayer(language);
  const named = (id: keyof typeof definitions) => definitions[id].name[language];
  const lineWords =
    line.kind === 'yuan'
      ? say(`贫困线 ${number(line.yuan)} 元`, `Line: ${number(line.yuan)} yuan`)
      : say(
          `贫困线 ${number(line.yuan)} 元，为中位数 ${number(line.median ?? 0)} 元的 ${percent(line.share ?? 0)}`,
          `Line: ${number(line.yuan)} yuan, ${percent(line.share ?? 0)} of the median ${number(line.median ?? 0)}`,
        );
  const whole = [
    [named('headcount'), percent(fgt.headcount.value), interval(fgt.headcount, percent)],
    [named('gap'), percent(fgt.gap.value), interval(fgt.gap, percent)],
    [named('severity'), percent(fgt.severity.value), interval(fgt.severity, percent)],
    [named('gapYuan'), number(fgt.gapYuan), ''],
    [say('贫困人口', 'Poor persons'), number(fgt.poorPersons), `/ ${number(fgt.persons)}`],
    [say('贫困户', 'Poor households'), number(fgt.poorHouseholds), `/ ${number(fgt.households)}`],
    [say('平均收入', 'Mean income'), number(fgt.meanIncome), ''],
    ...(distribution === null
      ? []
      : [
          [say('收入中位数', 'Median income'), number(distribution.medianIncome), ''],
          distribution.gini === null
            ? [named('gini'), say('无', 'none'), '']
            : [
                named('gini'),
                distribution.gini.value.toFixed(4),
                interval(distribution.gini, four),
              ],
        ]),
  ];
  return [
    `${lineWords}${result.isFew ? few[language] : ''}`,
    ...tableOf(whole),
    ...(distribution === null || distribution.quantiles.length === 0
      ? []
      : [
          '',
          named('quantiles'),
          ...tableOf(
            distribution.quantiles.map(({ part, share, meanIncome }) => [
              `${part}`,
              percent(share),
              number(meanIncome),
            ]),
          ),
        ]),
    ...groupLines(groups, say, language),
  ];
}

function groupLines(
  groups: PovertyResult['groups'],
  say: (zh: string, en: string) => string,
  language: Language,
): Lines {
  if (groups.length === 0) return [];
  const head = [
    say('组', 'Group'),
    'P0',
    '',
    'P1',
    'P2',
    say('人口', 'Persons'),
    say('差额（元）', 'Gap (yuan)'),
  ];
  const rows = groups.map(({ key, fgt, isFew }) => [
    `${key === '' ? say('（空）', '(blank)') : key}${isFew ? few[language] : ''}`,
    percent(fgt.headcount.value),
    interval(fgt.headcount, percent),
    percent(fgt.gap.value),
    percent(fgt.severity.value),
    number(fgt.persons),
    number(fgt.gapYuan),
  ]);
  return ['', ...tableOf([head, ...rows])];
}

export function deprivationText(answer: DeprivationAnswer, language: Language): Lines {
  const say = sayer(language);
  const { whole, groups } = answer;
  const estimates: readonly (readonly [string, Estimate | null, (value: number) => string])[] = [
    ['H', whole.headcount, percent],
    ['A', whole.intensity, percent],
    ['M0', whole.m0, four],
    ['M1', whole.m1, four],
    ['M2', whole.m2, four],
  ];
  const dimensions = whole.dimensions.map((one) => [
    one.id,
    percent(one.weight),
    percent(one.raw.value),
    percent(one.censored.value),
    percent(one.contribution),
  ]);
  const head = [
    say('维度', 'Dimension'),
    say('权重', 'Weight'),
    say('剥夺率', 'Deprived'),
    say('贫困且被剥夺', 'Poor and deprived'),
    say('贡献', 'Contribution'),
  ];
  return [
    `k = ${four(whole.k)}  ${say('人口', 'Persons')} ${number(whole.persons)}  ${say('略去', 'Left out')} ${whole.dropped}${answer.isFew ? few[language] : ''}`,
    ...tableOf(
      estimates.flatMap(([name, estimate, shown]) =>
        estimate === null ? [] : [[name, shown(estimate.value), interval(estimate, shown)]],
      ),
    ),
    '',
    ...tableOf([head, ...dimensions]),
    ...(groups.length === 0
      ? []
      : [
          '',
          ...tableOf([
            [say('组', 'Group'), 'H', 'A', 'M0', ''],
            ...groups.map(({ key, result, isFew }) => [
              `${key}${isFew ? few[language] : ''}`,
              percent(result.headcount.value),
              percent(result.intensity.value),
              four(result.m0.value),
              interval(result.m0, four),
            ]),
          ]),
        ]),
  ];
}

const faultWords: Readonly<Record<CurveFault, Bilingual>> = {
  'misses-zero': { zh: '不从 0 起', en: 'does not begin at 0' },
  'misses-one': { zh: '不到 1', en: 'does not end at 1' },
  falls: { zh: '有下降的一段', en: 'falls somewhere' },
  'bends-down': { zh: '不是凸的', en: 'bends downwards somewhere' },
  undefined: { zh: '无法拟合', en: 'cannot be fitted' },
};

export function groupedText(answer: GroupedAnswer, language: Language): Lines {
  const say = sayer(language);
  const names = { quadratic: say('一般二次式', 'General Quadratic'), beta: say('Beta 式', 'Beta') };
  const rows = answer.forms.map((form) => [
    names[form.form],
    form.faults.length === 0
      ? say('成立', 'valid')
      : form.faults.map((fault) => faultWords[fault][language]).join(say('、', ', ')),
    form.poverty === null ? '' : percent(form.poverty.headcount),
    form.poverty === null ? '' : percent(form.poverty.gap),
    form.poverty === null ? '' : percent(form.poverty.severity),
    form.gini.toFixed(4),
    form.error.toExponential(2),
  ]);
  const chosen = (form: GroupedAnswer['forPoverty']) =>
    form === null ? say('无，两式都不成立', 'none: neither is a Lorenz curve') : names[form];
  return [
    say(
      `平均 ${number(answer.mean)} 元，贫困线 ${number(answer.line)} 元，${answer.points.length} 组`,
      `Mean ${number(answer.mean)} yuan, line ${number(answer.line)} yuan, ${answer.points.length} classes`,
    ),
    ...tableOf([
      [
        say('曲线', 'Curve'),
        say('检验', 'Check'),
        'P0',
        'P1',
        'P2',
        say('基尼', 'Gini'),
        say('误差平方和', 'Squared error'),
      ],
      ...rows,
    ]),
    say(
      `贫困采用：${chosen(answer.forPoverty)}；不平等采用：${chosen(answer.forInequality)}`,
      `Taken for poverty: ${chosen(answer.forPoverty)}; for inequality: ${chosen(answer.forInequality)}`,
    ),
  ];
}
