import { type Language, problemText, shown } from '@riggen/contracts';

/** Why a row, or a whole file, is not imported. */
export interface ImportRefusal {
  file: string;
  line?: number;
  field?: string;
  reason: string;
  text: string;
}

/** Thrown while a row is read: the cell cannot be used. */
export class CellRefused extends Error {
  constructor(
    readonly field: string,
    readonly reason: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(reason);
  }

  inLanguage(language: Language): string {
    const params = Object.entries(this.params).map(([name, value]) => [name, typeof value === 'string' && name === 'given' ? shown(value) : value]);
    return problemText(this.reason, Object.fromEntries(params) as typeof this.params, language);
  }
}

/** A refusal as one line: file, line, field and what is wrong. */
export function refusalLine({ file, line, field, text }: ImportRefusal): string {
  return `refused ${file}${line ? ` line ${line}` : ''}${field ? `, ${field}` : ''}: ${text}`;
}
