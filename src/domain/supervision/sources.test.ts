import { describe, expect, test } from 'vitest';
import { type SourceEntry, sourcesOf, verificationStanding } from './sources.ts';

const datum = { field: 'houseArea', person: null, registered: 80, origin: 'visit' };

function said(value: number, more: Partial<SourceEntry> = {}): SourceEntry {
  return {
    entry: '1',
    method: 'neighbourCheck',
    informant: '甲',
    on: '2016-09-20',
    by: '林',
    value,
    ...more,
  };
}

describe('sources of a value', () => {
  test('[HJ-59] the register alone is a single source', () => {
    expect(sourcesOf(datum, [])).toMatchObject({ agreeing: 1, standing: 'singleSource' });
  });

  test('[HJ-55] a neighbour who says the same makes it two', () => {
    expect(sourcesOf(datum, [said(80)])).toMatchObject({ agreeing: 2, standing: 'agreed' });
  });

  test('the same neighbour asked twice is one source, with the last answer', () => {
    expect(sourcesOf(datum, [said(60), said(80)])).toMatchObject({
      agreeing: 2,
      differing: 0,
      standing: 'agreed',
    });
  });

  test('[HJ-56] two members on the telephone who differ make it disputed', () => {
    const one = said(80, { method: 'telephoneCheck', informant: '户主' });
    const other = said(60, { method: 'telephoneCheck', informant: '儿子' });

    expect(sourcesOf(datum, [one, other])).toMatchObject({ differing: 1, standing: 'disputed' });
  });

  test('what only somebody said and the register does not know is disputed, not agreed', () => {
    expect(sourcesOf({ ...datum, registered: null }, [])).toMatchObject({ standing: 'unknown' });
    expect(sourcesOf({ ...datum, registered: null }, [said(80)]).standing).toBe('disputed');
  });

  test('kin of a cadre does not pass without a second score, whatever else agrees', () => {
    const standing = (secondScores: number, isKin: boolean) =>
      verificationStanding({
        data: [sourcesOf(datum, [said(80)])],
        methods: ['documentCheck', 'neighbourCheck'],
        done: new Set(['neighbourCheck']),
        isKin,
        secondScores,
      });

    expect(standing(0, false)).toMatchObject({ passes: true, missing: ['documentCheck'] });
    expect(standing(0, true).passes).toBe(false);
    expect(standing(1, true).passes).toBe(true);
  });
});
