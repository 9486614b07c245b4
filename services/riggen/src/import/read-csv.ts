import { parse } from 'csv-parse/sync';

/** A line of a file: its cells by column, or why it cannot be read. Lines count from 1, the header being line 1. */
export type CsvLine =
  | { line: number; cells: Map<string, string> }
  | { line: number; field?: string; reason: string; params: Record<string, string | number> };

export type CsvFile = { lines: CsvLine[] } | { reason: string; params: Record<string, string | number>; line?: number };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const mostBytes = 256 * 1024 * 1024;

/**
 * Reads a CSV file with one row a line and RFC 4180 quotes. A line that is broken or not UTF-8 is told as such and the others
 * are read; a wrong header, an unclosed quote or another encoding is an error of the whole file.
 */
export function readCsv(bytes: Buffer, columns: readonly string[]): CsvFile {
  if (bytes.length > mostBytes) return { reason: 'file-too-large', params: { most: mostBytes / 1024 / 1024 } };
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return { reason: 'file-not-utf8', params: {} };
  // One byte a character, so that every cell can be checked for its encoding by itself.
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  const [header, ...rest] = text.split(/\r\n|\r|\n/);
  const names = cellsOf(header ?? '');
  if (!Array.isArray(names) || !header) return { reason: 'file-without-header', params: { columns: columns.join(', ') } };
  const given = names.map((name) => name.trim());
  const missing = columns.filter((column) => !given.includes(column));
  if (missing.length) return { reason: 'missing-column', params: { columns: missing.join(', ') } };
  const unknown = given.filter((name, index) => !columns.includes(name) || given.indexOf(name) !== index);
  if (unknown.length) return { reason: 'unknown-column', params: { columns: unknown.join(', ') } };

  const lines: CsvLine[] = [];
  for (const [index, content] of rest.entries()) {
    if (!content.trim()) continue;
    const line = index + 2;
    const cells = cellsOf(content);
    if (cells === 'unclosed quote') return { reason: 'unclosed-quote', params: { line }, line };
    lines.push(cells ? readLine(line, given, cells) : { line, reason: 'broken-line', params: {} });
  }
  return { lines };
}

function cellsOf(line: string): string[] | 'unclosed quote' | undefined {
  try {
    const rows: string[][] = parse(line, { relax_column_count: true });
    return rows[0];
  } catch (error) {
    return (error as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed quote' : undefined;
  }
}

function readLine(line: number, columns: string[], cells: string[]): CsvLine {
  if (cells.length !== columns.length) {
    return { line, reason: 'wrong-number-of-cells', params: { expected: columns.length, given: cells.length } };
  }
  const read = new Map<string, string>();
  for (const [index, field] of columns.entries()) {
    try {
      read.set(field, utf8.decode(Buffer.from(cells[index]!, 'latin1')).trim());
    } catch {
      return { line, field, reason: 'cell-not-utf8', params: {} };
    }
  }
  return { line, cells: read };
}
