import type { i18n } from 'i18next';

/** Browsers that lack Nynorsk fall back to Bokmål, whose numbers and dates are written the same way. */
const locales: Record<string, string[]> = { nb: ['nb-NO'], nn: ['nn-NO', 'nb-NO'], en: ['en-GB'] };

const noBreakSpace = '\u00a0';
const minusSign = '\u2212';

interface Format {
  count(value: number): string;
  mean(value: number): string;
  /** From 0-100, in whole per cent. */
  percent(value: number): string;
  exactPercent(value: number): string;
  difference(value: number): string;
  decimal(value: number): string;
  /** A calendar date or an instant, as its day in Norway. */
  date(day: string): string;
  dateRange(from: string, to: string): string;
  monthRange(from: string, to: string): string;
  /** A month of a year, from its first seven characters: 2027-03. */
  month(month: string): string;
  /** A point in time in Norway, with its hour. */
  time(instant: string): string;
}

const made = new Map<string, Format>();

export function formatFor(language: string): Format {
  const known = made.get(language);
  if (known) return known;
  const format = makeFormat(locales[language] ?? ['nb-NO']);
  made.set(language, format);
  return format;
}

function makeFormat(locale: string[]): Format {
  const number = (options: Intl.NumberFormatOptions) => {
    const formatter = new Intl.NumberFormat(locale, options);
    return (value: number) => formatter.format(value).replace(/ /g, noBreakSpace).replace('-', minusSign);
  };
  const range = (options: Intl.DateTimeFormatOptions) => {
    // Dates without a time are read as UTC and must be written as UTC.
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (from: string, to: string) => formatter.formatRange(new Date(from), new Date(to)).replace(/\s?–\s?/g, '–');
  };
  const written: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  const calendarDate = new Intl.DateTimeFormat(locale, { ...written, timeZone: 'UTC' });
  const dayOfInstant = new Intl.DateTimeFormat(locale, { ...written, timeZone: 'Europe/Oslo' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { ...written, hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' });
  const percent = number({ style: 'percent' });
  const exactPercent = number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    count: number({ maximumFractionDigits: 0 }),
    mean: number({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    percent: (value) => percent(value / 100),
    exactPercent: (value) => exactPercent(value / 100),
    difference: number({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }),
    decimal: number({ maximumFractionDigits: 1 }),
    date: (day) => day.length === 10 ? calendarDate.format(new Date(day)) : dayOfInstant.format(new Date(day)),
    dateRange: range({ day: 'numeric', month: 'short', year: 'numeric' }),
    monthRange: range({ month: 'long', year: 'numeric' }),
    month: (name) => {
      const written = month.format(new Date(`${name}-01`));
      return written.charAt(0).toUpperCase() + written.slice(1);
    },
    time: (instant) => time.format(new Date(instant)),
  };
}

/** Lets messages write `{{share, percent}}`. */
export function addFormats(instance: i18n) {
  const formatter = instance.services.formatter;
  for (const name of ['count', 'mean', 'percent', 'decimal'] as const) {
    formatter?.add(name, (value: number, language) => formatFor(language ?? 'nb')[name](value));
  }
}
