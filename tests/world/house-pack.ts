// A tiny pack in force in the tests' first county, whose sheet reads fields the register has: rooms,
// income and people. Its neighbour has no pack, so nothing is decided there.

import { readPack } from '#domain/policy/pack/read-pack.ts';
import type { Platform } from '#server/platform.ts';
import { installPack } from '#server/policy/pack-library.ts';

const files: ReadonlyMap<string, string> = new Map([
  [
    'pack.yaml',
    `id: small-house
version: 1.0.0
title: { zh: 小屋试验包, en: Small house }
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
  - { id: members, title: { zh: 人数, en: Members }, of: household, type: integer, unit: person, purpose: test, retention: year, derived: true }
  - { id: houseArea, title: { zh: 住房面积, en: House area }, of: household, type: number, unit: squareMetre, purpose: test, retention: year }
  - { id: incomePerHead, title: { zh: 人均纯收入, en: Income per head }, of: household, type: money, unit: yuan/person/year, purpose: test, retention: year, derived: true }
  - { id: television, title: { zh: 有电视, en: Has television }, of: household, type: boolean, purpose: test, retention: year }
`,
  ],
  [
    'parameters/line.yaml',
    `parameters:
  - id: houseCutOff
    title: { zh: 分数线, en: Cut-off }
    unit: point
    values: [{ from: '2015-01-01', value: 50, verified: false, sample: true }]
  - id: povertyLine
    title: { zh: 贫困线, en: Poverty line }
    unit: yuan/person/year
    usedBy: { zh: 总览, en: Overview }
    values:
      - { from: '2015-01-01', value: 2855, source: { document: book, place: 一 }, verified: true }
      - { from: '2016-01-01', value: 2952, source: { document: book, place: 二 }, verified: true }
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
        rebuttal: { zh: 可说明。, en: May be rebutted. }
        source: { document: book, place: 五 }
        verified: true
`,
  ],
]);

/** `more` adds files to it, or puts others in their place. */
export async function installHousePack(
  platform: Platform,
  more: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const all = new Map([...files, ...more]);
  const { pack, problems } = readPack(all);
  if (pack === undefined || problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  await installPack(platform.db, all, pack);
  await platform.packs.reload();
}
