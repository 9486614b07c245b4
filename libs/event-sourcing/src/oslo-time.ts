import { DateTime } from 'luxon';

const zone = 'Europe/Oslo';
const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** The instant at which a calendar date (YYYY-MM-DD) begins in Europe/Oslo. */
export function startOfDay(date: string): string {
  return DateTime.fromISO(date, { zone }).startOf('day').toUTC().toISO()!;
}

/** The calendar date in Europe/Oslo of an instant. */
export function calendarDateOf(instant: string): string {
  return DateTime.fromISO(instant, { zone }).toISODate()!;
}

/** The instant of a local time in Europe/Oslo (YYYY-MM-DDTHH:MM), or undefined when the text is no such time. */
export function fromLocalTime(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return undefined;
  const time = DateTime.fromISO(text, { zone });
  return time.isValid ? time.toUTC().toISO() : undefined;
}

/** Days from the first to the last date, both counted. */
export function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / millisecondsOfDay + 1; // dates alone are read as UTC, whose days are all alike
}

/** The calendar date that is so many days after another, or before it when negative. */
export function daysAfter(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate()!;
}

/** The calendar date that is so many months after another; the last day of a shorter month where there is no such day. */
export function monthsAfter(date: string, months: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ months }).toISODate()!;
}

/** The last calendar month (YYYY-MM) in Europe/Oslo that is over at an instant. */
export function lastMonthOver(instant: string): string {
  return DateTime.fromISO(instant, { zone }).minus({ months: 1 }).toFormat('yyyy-MM');
}

/** The ISO week (YYYY-Www) of a calendar date. */
export function isoWeekOf(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).toFormat("kkkk-'W'WW");
}
