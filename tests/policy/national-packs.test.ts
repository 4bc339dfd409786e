import { describe, expect, test } from 'vitest';
import { shipped, shippedOn, shortestWay } from '#tests/world/shipped-packs.ts';

const national = (day: string) => shippedOn('china-2014', day);
const monitoring = (day: string) => shippedOn('china-2021-monitoring', day);

describe('the register of 2014', () => {
  test('a household is listed after deliberation, two notices, two reviews and an announcement', () => {
    expect(shortestWay(national('2014-06-30'), 'identification', 'listed')).toEqual([
      'application',
      'deliberation',
      'firstNotice',
      'townshipReview',
      'secondNotice',
      'countyRecheck',
      'announcement',
      'pairing',
    ]);
  });

  test('a household states one main cause and at most two others', () => {
    const { parameters } = national('2014-06-30').scope;

    expect(parameters.get('mainCausesOf')?.value).toBe(1);
    expect(parameters.get('otherCausesMost')?.value).toBe(2);
  });

  test('a recheck can add, remove and keep, and nobody is removed without deliberation and notice', () => {
    const pack = national('2016-06-30');

    expect(shortestWay(pack, 'recheck', 'kept')).toEqual(['comparison']);
    for (const end of ['added', 'removed']) {
      expect(shortestWay(pack, 'recheck', end)).toEqual([
        'comparison',
        'homeCheck',
        'deliberation',
        'notice',
        'countyDecision',
      ]);
    }
  });

  test.each([
    ['villageFillingsMost', '2017-12-26', '2017-12-27'],
    ['householdCollectionsMost', '2018-08-19', '2018-08-20'],
  ])('%s is unlimited on %s and once a year from %s on', (id, before, from) => {
    expect(national(before).scope.parameters.get(id)?.value).toBeNull();
    expect(national(from).scope.parameters.get(id)?.value).toBe(1);
  });
});

describe('the exit rules of 2016', () => {
  test('before 2016 no village and no county exits', () => {
    const processes = (day: string) => national(day).rows.processes.map(({ row }) => row.id);

    expect(processes('2015-12-31')).not.toContain('countyExit');
    expect(processes('2016-01-01')).toEqual(expect.arrayContaining(['villageExit', 'countyExit']));
  });

  test('county, city and province come before the State evaluates, and one failing rate keeps the county in', () => {
    const pack = national('2016-06-30');

    expect(shortestWay(pack, 'countyExit', 'exited')).toEqual([
      'application',
      'cityReview',
      'provinceCheck',
      'provinceNotice',
      'provinceDecision',
      'stateEvaluation',
      'approval',
    ]);
    const evaluation = pack.rows.processes
      .find(({ row }) => row.id === 'countyExit')
      ?.row.steps.find(({ id }) => id === 'stateEvaluation');
    expect(evaluation?.outcomes.map(({ to }) => to)).toEqual(['approval', 'stays']);
  });

  test.each([
    ['villageIncidenceCentralBelow', 2],
    ['villageIncidenceWestBelow', 3],
    ['wrongExitRate', 2],
    ['omissionRate', 2],
  ])('%s lies below %i per cent', (id, limit) => {
    const pack = national('2016-06-30');
    const indicator = pack.rows.indicators
      .flatMap(({ row }) => row.indicators)
      .find((one) => one.id === id);

    expect(pack.scope.parameters.get(indicator?.most ?? '')?.value).toBe(limit);
  });

  test('pass marks that are only quoted are unverified', () => {
    const marks = national('2016-06-30').rows.indicators.find(
      ({ row }) => row.id === 'assessmentPassMarks',
    )?.row;

    expect(marks?.indicators.every(({ verified }) => !verified)).toBe(true);
  });
});

describe('monitoring from 2021', () => {
  const pack = monitoring('2022-06-30');

  test('nine steps lead from a warning to entry', () => {
    expect(shortestWay(pack, 'monitoringEntry', 'monitored')).toEqual([
      'warning',
      'homeCheck',
      'consent',
      'comparison',
      'deliberation',
      'notice',
      'townshipReview',
      'countyDecision',
      'entry',
    ]);
  });

  test('fifteen days to decide, five days on the board, and only in the village', () => {
    const { parameters } = pack.scope;
    const notices = pack.rows.processes
      .filter(({ pack: from }) => from === 'china-2021-monitoring')
      .flatMap(({ row }) => row.steps)
      .filter(({ kind }) => kind === 'notice');

    expect(parameters.get('decisionDays')?.value).toBe(15);
    expect(notices.map(({ level, within }) => [level, within])).toEqual([
      ['village', 'monitoringNoticeDays'],
      ['village', 'monitoringNoticeDays'],
    ]);
    expect(parameters.get('monitoringNoticeDays')?.value).toBe(5);
  });

  test('every trigger says who reports it and runs against the clock of fifteen days', () => {
    expect(pack.rows.triggers.length).toBeGreaterThan(10);
    for (const { row } of pack.rows.triggers) {
      expect(row.reportedBy.zh).not.toBe('');
      expect(row.within).toBe('decisionDays');
    }
  });

  test('the subsidy of 70 per cent replaces the national one from its day, with a reason', () => {
    const subsidy = (day: string) => monitoring(day).scope.parameters.get('loanSubsidy')?.value;
    const row = shipped
      .get('china-2021-monitoring')
      ?.rows.parameters.find((one) => one.row.id === 'loanSubsidy')?.row;

    expect([subsidy('2023-12-31'), subsidy('2024-01-01')]).toEqual([100, 70]);
    expect(national('2024-01-01').scope.parameters.get('loanSubsidy')?.value).toBe(100);
    expect(row?.override?.reason.zh).toContain('2024年');
  });

  test('a county’s own numbered items stay its own: monitoring uses none of the slots', () => {
    expect(shipped.get('china-2021-monitoring')?.rows.items).toEqual([]);
  });

  test('what was read of 2026 is a note and no rule', () => {
    const texts = pack.rows.texts.find(({ row }) => row.id === 'regularHelpNote')?.row;
    const values = pack.rows.parameters.flatMap(({ row }) => row.values);

    expect(texts?.text.zh).toContain('未核实');
    expect(values.filter(({ source }) => source?.document === 'regularHelp2026')).toEqual([]);
  });
});
