import { describe, expect, it } from '@jest/globals';
import { daysAfter, endOfDayInOslo } from './today.js';

describe('days in Norway', () => {
  it.each([
    ['2026-11-30', 1, '2026-12-01'],
    ['2027-03-28', 1, '2027-03-29'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 2, '2028-03-01'],
  ])('%s and %i days more is %s, also over a change of the clock', (day, days, then) => {
    expect(daysAfter(day, days)).toBe(then);
  });

  it.each([
    ['2027-01-15', '2027-01-15T22:59:59.000Z'],
    ['2027-07-15', '2027-07-15T21:59:59.000Z'],
    ['2027-03-28', '2027-03-28T21:59:59.000Z'],
    ['2027-10-31', '2027-10-31T22:59:59.000Z'],
  ])('%s ends at %s', (day, instant) => {
    expect(endOfDayInOslo(day).toISOString()).toBe(instant);
  });
});
