import { findPersonalData, firstDay } from '@riggen/contracts';
import { calendarDateOf, fromLocalTime } from '@riggen/event-sourcing';
import { createHmac } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { CellRefused } from './row-refusal.js';

const namespace = 'c0a3f1de-5b0e-4b7c-9c64-2e8d7a1f4b90';

/** The cells of one row by column, read as what they should be; what cannot be read throws CellRefused. */
export class Cells {
  constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly now: string,
    private readonly secret: string,
  ) {
    for (const [field, value] of values) {
      const found = findPersonalData(value).find(({ kind }) => kind === 'identity-number');
      if (found) throw new CellRefused(field, 'contains-identity-number', { words: shortened(found.words) });
    }
  }

  /** The text, or undefined for an empty cell. */
  optional(field: string): string | undefined {
    return this.values.get(field) || undefined;
  }

  text(field: string): string {
    return this.optional(field) ?? refuse(field, 'missing-value');
  }

  /** The cell must be empty, for the reason that the params tell. */
  empty(field: string, because: string): void {
    const given = this.optional(field);
    if (given !== undefined) throw new CellRefused(field, 'must-be-empty', { given, because });
  }

  oneOf<Option extends string>(field: string, options: readonly Option[]): Option {
    const given = this.text(field);
    return options.find((option) => option === given) ?? refuse(field, 'not-one-of', { given, options: options.join(', ') });
  }

  integer(field: string): number {
    const given = this.text(field);
    return /^\d{1,9}$/.test(given) ? Number(given) : refuse(field, 'not-a-whole-number', { given });
  }

  yesNo(field: string): boolean {
    return this.oneOf(field, ['yes', 'no']) === 'yes';
  }

  /** A date that is not after today. */
  date(field: string): string {
    const given = this.anyDate(field);
    if (given > calendarDateOf(this.now)) throw new CellRefused(field, 'date-after-today', { date: given });
    return given;
  }

  /** A date that may lie ahead. */
  anyDate(field: string): string {
    const given = this.text(field);
    const isDate = /^\d{4}-\d\d-\d\d$/.test(given) && new Date(given).toJSON()?.startsWith(given);
    if (!isDate) throw new CellRefused(field, 'not-a-date', { given });
    if (given < firstDay) throw new CellRefused(field, 'date-before-first');
    return given;
  }

  /** A local time in Europe/Oslo that is not in the future, as an instant. */
  time(field: string): string {
    const given = this.text(field);
    const instant = fromLocalTime(given) ?? refuse(field, 'not-a-time', { given });
    if (instant > this.now) throw new CellRefused(field, 'in-the-future', { time: given });
    return instant;
  }

  /** A key for what a text names: the same each time, and not to be made or tried without the system's secret. */
  secretKey(what: string, text: string): string {
    return uuidv5(createHmac('sha256', Buffer.from(this.secret, 'hex')).update(`${what} ${text}`).digest('hex'), namespace);
  }

  list(field: string): string[] {
    return (this.optional(field) ?? '').split(';').map((part) => part.trim()).filter(Boolean);
  }
}

function refuse(field: string, reason: string, params?: Record<string, string>): never {
  throw new CellRefused(field, reason, params);
}

/** Enough to find the words by, and not the whole: what an import says is often kept in a file. */
const shortened = (words: string): string => `${words.slice(0, 2)}…${words.slice(-2)}`;
