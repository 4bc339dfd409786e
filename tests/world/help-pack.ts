// A small pack in force in the tests' first county that decides something of every kind: a sheet with a
// veto, a criterion, a set, an exit step with its notice, a table, a loan, a benefit, a trigger.

import { readPack } from '#domain/policy/pack/read-pack.ts';
import type { Platform } from '#server/platform.ts';
import { installPack } from '#server/policy/pack-library.ts';

const files = (version: string, cutOff: number): ReadonlyMap<string, string> =>
  new Map([
    [
      'pack.yaml',
      `id: small-help
version: ${version}
title: { zh: 小帮扶试验包, en: Small help }
summary: { zh: 试验用。, en: For tests. }
area: '451226'
levels: [county, village, household]
from: '2015-01-01'
documents: [{ id: book, title: { zh: 试验章程, en: Test book } }]
`,
    ],
    [
      'forms/form.yaml',
      `purposes: [{ id: test, title: { zh: 试验, en: Test }, verified: true }]
retentions: [{ id: year, title: { zh: 一年, en: One year }, years: 1, verified: true }]
fields:
  - { id: members, title: { zh: 家庭人口, en: Members }, of: household, type: integer, unit: person, purpose: test, retention: year, derived: true }
  - { id: houseArea, title: { zh: 住房面积, en: House area }, of: household, type: number, unit: squareMetre, purpose: test, retention: year }
  - { id: incomePerHead, title: { zh: 人均纯收入, en: Income per head }, of: household, type: money, unit: yuan/person/year, purpose: test, retention: year, derived: true }
  - { id: television, title: { zh: 有电视, en: Has television }, of: household, type: boolean, purpose: test, retention: year }
  - { id: waterSafe, title: { zh: 饮水安全, en: Safe water }, of: household, type: boolean, purpose: test, retention: year }
items:
  - { id: tractors, slot: 3, title: { zh: 拖拉机, en: Tractors }, type: number, purpose: test, retention: year, verified: true, source: { document: book } }
`,
    ],
    [
      'codes/measures.yaml',
      `lists:
  - id: measure
    title: { zh: 措施, en: Measures }
    verified: true
    source: { document: book }
    codes: [{ code: HOUSE, title: { zh: 危房改造, en: House repair } }]
`,
    ],
    [
      'parameters/line.yaml',
      `parameters:
  - id: houseCutOff
    title: { zh: 分数线, en: Cut-off }
    unit: point
    values: [{ from: '2015-01-01', value: ${cutOff}, verified: false, sample: true }]
  - id: povertyLine
    title: { zh: 贫困线, en: Poverty line }
    unit: yuan/person/year
    values:
      - { from: '2015-01-01', value: 2855, source: { document: book, place: 一 }, verified: true }
      - { from: '2016-01-01', value: 2952, source: { document: book, place: 二 }, verified: true }
  - id: noticeDays
    title: { zh: 公示天数, en: Days posted }
    unit: day
    values: [{ from: '2015-01-01', value: 7, verified: false, sample: true }]
`,
    ],
    [
      'scores/sheet.yaml',
      `sheets:
  - id: house
    title: { zh: 小屋评分表, en: House sheet }
    direction: lowerIsPoorer
    max: 100
    cutOff: houseCutOff
    verified: false
    sample: true
    items:
      - id: room
        title: { zh: 住房, en: House }
        max: 60
        guide: { zh: 量一量。, en: Measure it. }
        points: { by: houseArea / members, bands: [{ below: 10, points: 10 }, { below: 30, points: 40 }], above: 60 }
        source: { document: book, place: 三 }
        verified: false
      - id: television
        title: { zh: 电视, en: Television }
        max: 40
        guide: { zh: 看一看。, en: Look. }
        points: { cases: [{ when: television, points: 40 }], otherwise: 0 }
        source: { document: book, place: 四 }
        verified: true
    vetoes:
      - id: palace
        title: { zh: 房屋过大, en: A palace }
        rule: houseArea > 500
        rebuttal: { zh: 可说明是合住。, en: One may show that it is shared. }
        source: { document: book, place: 五 }
        verified: true
`,
    ],
    [
      'criteria/exit.yaml',
      `criteria:
  - id: overLine
    title: { zh: 收入过线, en: Income over the line }
    question: { zh: 人均纯收入是否超过贫困线？, en: Is income above the line? }
    rule: incomePerHead > povertyLine
    holds: { zh: 您家收入过线了。, en: Your income is over the line. }
    fails: { zh: 您家收入没有过线。, en: Your income is not over the line. }
    source: { document: book, place: 六 }
    verified: true
  - id: waterGood
    title: { zh: 水好, en: Good water }
    question: { zh: 饮水是否安全？, en: Is the water safe? }
    rule: waterSafe
    holds: { zh: 您家饮水安全。, en: Your water is safe. }
    fails: { zh: 您家饮水不安全。, en: Your water is not safe. }
    source: { document: book, place: 七 }
    verified: true
sets:
  - id: both
    title: { zh: 两项标准, en: Both standards }
    length: 2
    criteria: [overLine, waterGood]
    source: { document: book, place: 八 }
    verified: true
`,
    ],
    [
      'decisions/table.yaml',
      `tables:
  - id: repair
    title: { zh: 住房帮扶, en: Help with the house }
    question: { zh: 这一户住房怎样帮？, en: How is the house helped? }
    source: { document: book, place: 九 }
    verified: true
    rows:
      - { id: small, when: houseArea < 20, gives: [HOUSE], reason: { zh: 房子太小，改造。, en: 'Too small: repair.' }, source: { document: book }, verified: true }
      - { id: fine, when: houseArea >= 20, gives: [], reason: { zh: 房子够用。, en: Large enough. }, source: { document: book }, verified: true }
`,
    ],
    [
      'processes/exit.yaml',
      `processes:
  - id: leaving
    title: { zh: 退出, en: Leaving }
    subject: household
    start: check
    source: { document: book, place: 十 }
    verified: true
    steps:
      - id: check
        title: { zh: 核验, en: Check }
        kind: review
        level: village
        actors: []
        outcomes:
          - { id: meets, title: { zh: 达标, en: Meets }, to: posted, when: overLine && waterGood }
          - { id: stays, title: { zh: 不达标, en: Does not }, to: stayed }
        source: { document: book }
        verified: true
      - id: posted
        title: { zh: 村内公示, en: Posted in the village }
        kind: notice
        level: village
        actors: []
        within: noticeDays
        shows: [members]
        outcomes: [{ id: quiet, title: { zh: 无异议, en: Undisputed }, to: left }]
        source: { document: book }
        verified: true
    ends:
      - { id: left, title: { zh: 已退出, en: Left } }
      - { id: stayed, title: { zh: 未退出, en: Stayed } }
`,
    ],
    [
      'loans/loan.yaml',
      `products:
  - { id: loan, title: { zh: 小额贷款, en: Small loan }, capYuan: povertyLine, termYears: noticeDays, eligible: tractors == 0, unsecured: true, source: { document: book }, verified: true }
`,
    ],
    [
      'benefits/benefit.yaml',
      `benefits:
  - { id: kettle, title: { zh: 热水壶, en: Kettle }, kind: goods, to: household, who: { zh: 没有电视的户, en: Households without television }, eligible: '!television', source: { document: book }, verified: true }
`,
    ],
    [
      'monitoring/trigger.yaml',
      `triggers:
  - { id: falling, title: { zh: 收入下滑, en: Income falls }, reportedBy: { zh: 村, en: Village }, rule: incomePerHead < povertyLine * 1.5, source: { document: book }, verified: true }
`,
    ],
  ]);

/** Version 1.0.0 draws the line at 50 points; a later one may draw it elsewhere. */
export async function installHelpPack(
  platform: Platform,
  { version = '1.0.0', cutOff = 50 }: { version?: string; cutOff?: number } = {},
): Promise<void> {
  const texts = files(version, cutOff);
  const { pack, problems } = readPack(texts);
  if (pack === undefined || problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  await installPack(platform.db, texts, pack);
  await platform.packs.reload();
}
