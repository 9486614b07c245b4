import { shown } from '@riggen/contracts';
import { parse } from 'csv-parse/sync';

/** A line of a file: its cells by column, or why it cannot be read. Lines count from 1, the header being line 1. */
export type CsvLine =
  | { line: number; cells: Map<string, string> }
  | { line: number; field?: string; firstCell?: string; reason: string; params: Record<string, string | number> };

export type CsvFile = { lines: CsvLine[] } | { reason: string; params: Record<string, string | number>; line?: number };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const mostBytes = 256 * 1024 * 1024;
const longestCell = 4_000;

/**
 * Reads a CSV file with one row a line and RFC 4180 quotes. A line that is broken or not UTF-8 is told as such and the others
 * are read; a wrong header, an unclosed quote or another encoding is an error of the whole file.
 */
export function readCsv(bytes: Buffer, columns: readonly string[]): CsvFile {
  if (bytes.length > mostBytes) return { reason: 'file-too-large', params: { most: mostBytes / 1024 / 1024 } };
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes.subarray(0, 1_000).includes(0)) return { reason: 'file-not-utf8', params: {} };
  // One byte a character, so that every cell can be checked for its encoding by itself.
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  const [header, ...rest] = text.split(/\r\n|\r|\n/);
  const names = cellsOf(header ?? '');
  if (names === 'unclosed quote') return { reason: 'unclosed-quote', params: { line: 1 }, line: 1 };
  if (!names || !header) return { reason: 'file-without-header', params: { columns: columns.join(', ') } };
  if (names.length === 1 && columns.length > 1 && /[;\t|]/.test(header)) return { reason: 'wrong-separator', params: {} };
  const given = names.map((name) => name.trim());
  const missing = columns.filter((column) => !given.includes(column));
  if (missing.length) return { reason: 'missing-column', params: { columns: missing.join(', ') } };
  const unknown = given.filter((name, index) => !columns.includes(name) || given.indexOf(name) !== index);
  if (unknown.length) return { reason: 'unknown-column', params: { columns: unknown.map((name) => `«${shown(name)}»`).join(', ') } };

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
    const params = { expected: columns.length, given: cells.length };
    return { line, ...firstCellOf(cells), reason: 'wrong-number-of-cells', params };
  }
  const read = new Map<string, string>();
  for (const [index, field] of columns.entries()) {
    if (cells[index]!.length > longestCell) {
      return { line, field, ...firstCellOf(cells), reason: 'cell-too-long', params: { most: longestCell } };
    }
    try {
      read.set(field, utf8.decode(Buffer.from(cells[index]!, 'latin1')).trim());
    } catch {
      return { line, field, ...firstCellOf(cells), reason: 'cell-not-utf8', params: {} };
    }
  }
  return { line, cells: read };
}

/** The row's key, where it can be read: other rows may refer to it. */
function firstCellOf([cell = '']: string[]): { firstCell?: string } {
  return cell && cell.length <= longestCell ? { firstCell: Buffer.from(cell, 'latin1').toString('utf8').trim() } : {};
}
