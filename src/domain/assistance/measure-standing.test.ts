import { describe, expect, test } from 'vitest';
import { type MeasureStanding, standingOfMeasure, standingOfReport } from './measure-standing.ts';
import type { MeasureState } from './plan.ts';

const of = (states: readonly string[]) =>
  states.map((state) => ({ line: 'first', code: 'INDUSTRY', state }));

describe('how far a measure is', () => {
  test.each<[MeasureState, readonly string[], MeasureStanding]>([
    ['planned', [], 'planned'],
    ['planned', ['promised'], 'planned'],
    ['planned', ['delivered'], 'underway'],
    ['underway', ['delivered'], 'underway'],
    ['underway', ['disputed'], 'disputed'],
    ['stopped', ['promised'], 'stopped'],
    ['done', [], 'unrecorded'],
    ['done', ['leftOut'], 'unrecorded'],
    ['done', ['promised'], 'undelivered'],
    ['done', ['confirmed', 'promised'], 'undelivered'],
    ['done', ['confirmed', 'delivered'], 'delivered'],
    ['done', ['confirmed'], 'confirmed'],
    ['done', ['confirmed', 'disputed'], 'disputed'],
  ])('reported %s with benefits %j is %s', (state, benefits, standing) => {
    const measure = { line: 'first', code: 'INDUSTRY', state };

    expect(standingOfMeasure(measure, of(benefits))).toBe(standing);
  });

  test('counts what was recorded under its line, and of its kind under no line, and no other', () => {
    const measure = { line: 'first', code: 'INDUSTRY', state: 'done' as const };
    const benefits = (line: string | null, code: string) => [{ line, code, state: 'confirmed' }];

    expect(standingOfMeasure(measure, benefits('first', 'OTHER'))).toBe('confirmed');
    expect(standingOfMeasure(measure, benefits(null, 'INDUSTRY'))).toBe('confirmed');
    expect(standingOfMeasure(measure, benefits('second', 'INDUSTRY'))).toBe('unrecorded');
    expect(standingOfMeasure(measure, benefits(null, 'OTHER'))).toBe('unrecorded');
  });

  test('reported done is never said as done where nobody looks at what arrived', () => {
    expect(standingOfReport('done')).toBe('reported');
    expect(standingOfReport('underway')).toBe('underway');
  });
});
