import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDateOf, daysBetween, fromLocalTime, isoWeekOf, lastMonthOver, startOfDay } from './oslo-time.js';

const day = fc.integer({ min: 0, max: 40_000 });
const dateOf = (days: number) => new Date(Date.UTC(1980, 0, 1 + days)).toISOString().slice(0, 10);

describe('the start of a day in Norway', () => {
  it.each([
    ['in winter', '2022-01-15', '2022-01-14T23:00:00.000Z'],
    ['in summer', '2022-07-15', '2022-07-14T22:00:00.000Z'],
    ['on the day summer time begins', '2022-03-27', '2022-03-26T23:00:00.000Z'],
    ['on the day after', '2022-03-28', '2022-03-27T22:00:00.000Z'],
    ['on the day summer time ends', '2022-10-30', '2022-10-29T22:00:00.000Z'],
    ['on the day after that', '2022-10-31', '2022-10-30T23:00:00.000Z'],
    ['on a leap day', '2024-02-29', '2024-02-28T23:00:00.000Z'],
  ])('%s is midnight there', (_, date, instant) => {
    expect(startOfDay(date)).toBe(instant);
  });

  it('is on that date, and the millisecond before is on the date before', () => {
    fc.assert(
      fc.property(day, (days) => {
        const start = startOfDay(dateOf(days));
        const before = new Date(new Date(start).getTime() - 1).toISOString();
        expect([calendarDateOf(before), calendarDateOf(start)]).toEqual([dateOf(days - 1), dateOf(days)]);
      }),
    );
  });
});

describe('the date of an instant in Norway', () => {
  it('is the next day late in the evening UTC', () => {
    expect(calendarDateOf('2022-01-31T22:59:59.999Z')).toBe('2022-01-31');
    expect(calendarDateOf('2022-01-31T23:00:00.000Z')).toBe('2022-02-01');
    expect(calendarDateOf('2022-06-30T21:59:59.999Z')).toBe('2022-06-30');
    expect(calendarDateOf('2022-06-30T22:00:00.000Z')).toBe('2022-07-01');
  });

  it('minds the offset that the instant is written with', () => {
    expect(calendarDateOf('2022-07-01T00:30:00+02:00')).toBe('2022-07-01');
    expect(calendarDateOf('2022-06-30T20:30:00-04:00')).toBe('2022-07-01');
    expect(calendarDateOf('2022-07-01T06:00:00+09:00')).toBe('2022-06-30');
  });
});

describe('a local time in Norway', () => {
  it.each([
    ['2021-10-01T14:38', '2021-10-01T12:38:00.000Z'],
    ['2021-12-01T14:38', '2021-12-01T13:38:00.000Z'],
    ['2021-12-01T14:38:59', '2021-12-01T13:38:59.000Z'],
    ['2022-01-01T00:00', '2021-12-31T23:00:00.000Z'],
    ['2022-03-27T01:59', '2022-03-27T00:59:00.000Z'],
    ['2022-03-27T03:00', '2022-03-27T01:00:00.000Z'],
    ['2022-10-30T01:59', '2022-10-29T23:59:00.000Z'],
    ['2022-10-30T03:00', '2022-10-30T02:00:00.000Z'],
  ])('%s is the instant %s', (local, instant) => {
    expect(fromLocalTime(local)).toBe(instant);
  });

  it('that comes twice when summer time ends is one of the two', () => {
    expect(['2022-10-30T00:30:00.000Z', '2022-10-30T01:30:00.000Z']).toContain(fromLocalTime('2022-10-30T02:30'));
  });

  it('that is left out when summer time begins is within an hour', () => {
    expect(['2022-03-27T00:30:00.000Z', '2022-03-27T01:30:00.000Z']).toContain(fromLocalTime('2022-03-27T02:30'));
  });

  it.each([
    '',
    '2022-03-31',
    '2022-03-31 14:38',
    '2022-03-31T14',
    '2022-03-31T14:38Z',
    '2022-03-31T14:38+02:00',
    '2022-03-31T25:00',
    '2022-03-31T14:60',
    '2022-02-30T14:38',
    '2022-13-01T14:38',
    '31.03.2022T14:38',
    '2022-3-31T14:38',
    'yesterday',
  ])('is not "%s"', (text) => {
    expect(fromLocalTime(text)).toBeUndefined();
  });
});

describe('days between dates', () => {
  it('counts both dates', () => {
    expect(daysBetween('2022-05-09', '2022-05-09')).toBe(1);
    expect(daysBetween('2022-05-09', '2022-05-11')).toBe(3);
    expect(daysBetween('2021-12-31', '2022-01-01')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(3);
    expect(daysBetween('2022-02-28', '2022-03-01')).toBe(2);
  });

  it('counts whole days over the days when the clocks change', () => {
    expect(daysBetween('2022-03-26', '2022-03-28')).toBe(3);
    expect(daysBetween('2022-10-29', '2022-10-31')).toBe(3);
  });

  it('is one more than the step from the first date to the last', () => {
    fc.assert(
      fc.property(day, fc.nat(20_000), (first, step) => {
        expect(daysBetween(dateOf(first), dateOf(first + step))).toBe(step + 1);
      }),
    );
  });

  it('adds up over a date in between, which counts once', () => {
    fc.assert(
      fc.property(day, day, day, (first, middle, last) => {
        const parts = daysBetween(dateOf(first), dateOf(middle)) + daysBetween(dateOf(middle), dateOf(last));
        expect(parts - 1).toBe(daysBetween(dateOf(first), dateOf(last)));
      }),
    );
  });
});

describe('the last month that is over', () => {
  it('changes when a month ends in Norway', () => {
    expect(lastMonthOver('2025-02-28T22:59:59.000Z')).toBe('2025-01');
    expect(lastMonthOver('2025-02-28T23:00:00.000Z')).toBe('2025-02');
    expect(lastMonthOver('2025-01-31T12:00:00.000Z')).toBe('2024-12');
  });
});

describe('the week of a date', () => {
  it('begins on Monday and belongs to the year of its Thursday', () => {
    expect(['2025-01-05', '2025-01-06', '2024-12-30', '2027-01-03'].map(isoWeekOf)).toEqual(['2025-W01', '2025-W02', '2025-W01', '2026-W53']);
  });
});
