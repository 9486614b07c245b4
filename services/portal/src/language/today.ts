const dayInOslo = (instant: Date): string => instant.toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });

/** Today's calendar date (YYYY-MM-DD) in Norway: by universal time it is yesterday there after midnight. */
export const todayInOslo = (): string => dayInOslo(new Date());

/** The calendar date so many days after another, or before it. */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The last second of a calendar date in Norway. */
export function endOfDayInOslo(day: string): Date {
  const inWinter = new Date(`${day}T23:59:59+01:00`);
  return dayInOslo(inWinter) === day ? inWinter : new Date(`${day}T23:59:59+02:00`);
}
