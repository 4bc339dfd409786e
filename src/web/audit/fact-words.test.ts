import { expect, test } from 'vitest';
import { roles } from '#domain/access/permission.ts';
import { areaPapers, householdPapers } from '#domain/assistance/book.ts';
import { loanActs } from '#domain/funds/loans/loan.ts';
import { targetKinds, targetMeasures } from '#domain/funds/loans/target.ts';
import { orderKinds } from '#domain/funds/order.ts';
import { assetActs } from '#domain/funds/projects/asset.ts';
import { projectActs } from '#domain/funds/projects/project.ts';
import { attachmentKinds } from '#domain/kernel/attachment.ts';
import { orderActs } from '#domain/monitoring/order.ts';
import { problemActs } from '#domain/monitoring/problem.ts';
import { evidenceKinds } from '#domain/publicity/notice-state.ts';
import { incidentStates } from '#domain/workforce/grid.ts';
import { incidentActs } from '#domain/workforce/incident.ts';
import { marketKinds } from '#domain/workforce/market.ts';
import { meetingKinds } from '#domain/workforce/meeting.ts';
import { tieWays } from '#domain/workforce/tie.ts';
import { unitKinds } from '#domain/workforce/unit-kind.ts';
import { textIn } from '#web/text/catalogue.ts';
import { subjectName, thingName } from './act-words.ts';
import { notedFacts } from './fact-words.ts';
import { auditTexts } from './texts.ts';

const languages = ['zh', 'en'] as const;
const said = (language: 'zh' | 'en', act: string, facts: object, names = {}) =>
  notedFacts(language, { act, facts: { ...facts }, names }).map(
    (one) => `${one.label} ${one.said}`,
  );

/** What code can write: an act, a fact, and every code it may hold. */
const written: readonly (readonly [act: string, fact: string, codes: readonly string[]])[] = [
  ['access.account-create', 'role', roles],
  ['assistance.print', 'paper', [...householdPapers, ...areaPapers]],
  ['casework.answer', 'verdict', ['upheld', 'rejected']],
  ['casework.batch', 'act', ['decide', 'post']],
  ['casework.check', 'holds', ['yes', 'no']],
  ['funds.answer-paper', 'kind', ['subsidy', 'deposit', 'claim', 'recovery']],
  ['funds.asset-act', 'act', assetActs],
  ['funds.enter', 'kind', orderKinds],
  ['funds.loan-act', 'act', loanActs],
  ['funds.loan-target', 'kind', targetKinds],
  ['funds.loan-target', 'measure', targetMeasures],
  ['funds.month', 'state', ['open', 'closed']],
  ['funds.project-act', 'act', projectActs],
  ['funds.say', 'word', ['confirmed', 'disputed']],
  ['funds.wind-down', 'step', ['agreed', 'settled']],
  ['insight.analyse', 'by', ['part', 'cause', 'size', 'ethnicity']],
  ['insight.load-layer', 'form', ['geotiff', 'pmtiles', 'server']],
  ['insight.load-layer', 'kind', ['imagery', 'terrain']],
  ['insight.schedule-view', 'every', ['day', 'week', 'month']],
  ['monitoring.act-on-order', 'act', orderActs],
  ['monitoring.act-on-problem', 'act', problemActs],
  ['monitoring.enter-task', 'kind', ['task', 'promise']],
  ['monitoring.hand-resolution-on', 'as', ['task', 'order']],
  ['publicity.evidence', 'kind', evidenceKinds],
  ['publicity.object', 'channel', ['page', 'clerk']],
  ['registry.attach', 'kind', attachmentKinds],
  ['registry.resolve', 'choice', ['side', 'value', 'confirmed']],
  ['targeting.decide-candidates', 'verdict', ['approved', 'returned']],
  ['targeting.pair', 'verdict', ['same', 'different']],
  ['workforce.act-on-incident', 'act', incidentActs],
  ['workforce.act-on-incident', 'state', incidentStates],
  ['workforce.call-meeting', 'kind', meetingKinds],
  ['workforce.enter-tie', 'way', tieWays],
  ['workforce.enter-unit', 'kind', unitKinds],
  ['workforce.post-market', 'kind', marketKinds],
];

test.each(written)('%s: each code of its %s is said in words', (act, fact, codes) => {
  const bare = languages.flatMap((language) =>
    codes.filter((code) =>
      notedFacts(language, { act, facts: { [fact]: code }, names: {} }).some(
        (one) => one.said === code || one.label === fact || one.said.includes('{'),
      ),
    ),
  );

  // English words may be the very words of the code, as "open" is; Chinese never are.
  const shared = codes.filter((code) => bare.filter((one) => one === code).length > 1);
  expect(shared).toEqual([]);
});

const comparison = {
  recheck: { zh: '“回头看”', en: 'Re-check' },
  comparison: { zh: '大数据比对', en: 'Comparison of lists' },
};

test('the acts of the demonstration read as words, the steps of its rules among them', () => {
  const batch = { step: 'comparison', decided: 22, process: 'recheck', refused: 1 };
  const glass = { role: 'township', glass: '06e29a01-a229-8982-bd07-51a552916aa5' };

  expect(said('zh', 'casework.batch-chunk', batch, comparison)).toEqual([
    '办理 “回头看”',
    '步骤 大数据比对',
    '办成 22',
    '拒绝 1',
  ]);
  expect(said('en', 'casework.batch-chunk', batch, comparison)).toEqual([
    'process Re-check',
    'step Comparison of lists',
    'decided 22',
    'refused 1',
  ]);
  expect(said('zh', 'registry.break-glass', glass)).toEqual(['角色 乡镇扶贫站', '紧急查看 916aa5']);
});

test('money is yuan, a year is no count, a day is a day, and a fingerprint stays with the proof', () => {
  const facts = { amount: 1_234_500, year: 2016, lastDay: '2016-09-30', hash: 'ab'.repeat(32) };

  expect(said('zh', 'funds.rule-base', facts)).toEqual([
    '金额 12,345.00',
    '年份 2016',
    '最后一天 2016年9月30日',
  ]);
});

test('a reference is a short number of a thing that may be opened', () => {
  const id = '06e29a00-0000-8000-9000-0000000000a1';
  const [to] = notedFacts('zh', { act: 'workforce.offer', facts: { to: id }, names: {} });
  const [of] = notedFacts('zh', { act: 'registry.attach', facts: { of: `case:${id}` }, names: {} });

  expect(to).toMatchObject({ said: '0000a1', thing: { kind: 'helper', id } });
  expect(of).toMatchObject({ said: '0000a1', thing: { kind: 'case', id } });
});

test('a reference the reader may look up is said by its name', () => {
  const id = '06e29a00-0000-8000-9000-0000000000a1';
  const names = { [id]: { zh: '韦某 2016-09-29', en: '韦某 2016-09-29' } };

  expect(said('en', 'registry.break-glass', { glass: id }, names)).toEqual([
    'look in an emergency 韦某 2016-09-29',
  ]);
});

test('what a subject names by a code is said in words, and an edition by the pack that decided', () => {
  const en = textIn('en', auditTexts);

  expect(subjectName(en, 'budget:village')).toBe('Budget of forms Villages');
  expect(said('en', 'casework.begin', { version: '1.1.0+china-2014@1.0.0' })).toEqual([
    'version 1.1.0',
  ]);
});

test('an order of money and an order to follow up are not called the same', () => {
  const zh = textIn('zh', auditTexts);
  const named = (act: string) => thingName(zh, { kind: 'order', id: '7' }, { act, names: {} });

  expect(named('funds.enter')).toBe('资金业务 7');
  expect(named('monitoring.order')).toBe('督办 7');
});

test('a code newer than this screen is shown, not hidden', () => {
  expect(said('zh', 'funds.enter', { kind: 'barter' })).toEqual(['种类 barter']);
});

const servers = import.meta.glob<string>(['../../server/**/*.ts', '!**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const notes = Object.values(servers).flatMap((source) =>
  [...source.matchAll(/\.note\(\{[^;]*?\}\);/g)].map(([note]) => note),
);

test('everything an act of the server is about, and every fact it notes, has a name', () => {
  expect(notes.length).toBeGreaterThan(80);
  const kinds = new Set(
    notes.flatMap((note) => [...note.matchAll(/subject: `([a-zA-Z-]+):/g)].map(([, kind]) => kind)),
  );
  const facts = new Set(
    notes.flatMap((note) =>
      [...note.matchAll(/facts: \{([^{}]*)\}/g)].flatMap(([, body = '']) =>
        [...body.matchAll(/(?:^|,)\s*([a-zA-Z]+)(?=\s*[:,]|\s*$)/g)].map(([, fact]) => fact),
      ),
    ),
  );
  const zh = textIn('zh', auditTexts);

  expect([...kinds].filter((kind) => subjectName(zh, `${kind}:x`).startsWith(`${kind} `))).toEqual(
    [],
  );
  expect(
    [...facts].filter((fact = '') =>
      notedFacts('zh', { act: '', facts: { [fact]: 1 }, names: {} }).some(
        (one) => one.label === fact,
      ),
    ),
  ).toEqual([]);
});
