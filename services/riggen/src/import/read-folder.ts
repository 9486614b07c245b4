import { type Language, type Marking, problemText } from '@riggen/contracts';
import { fingerprintOf } from '@riggen/event-store';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cells } from './cells.js';
import { columnOf, layout, missed, stages } from './layout.js';
import type { LayoutFile, RowCommand } from './layout-file.js';
import { readCsv } from './read-csv.js';
import { CellRefused, type ImportRefusal } from './row-refusal.js';
import { NoSuchFolder } from './no-such-folder.js';

/** A row that could be read, ready to be sent. */
export interface ReadRow extends RowCommand {
  file: string;
  line: number;
  /** The lines of the rows that are joined with this one, itself included. */
  joined?: number[];
  /** The column of the row's own key. */
  key: string;
  usualMarking?: Marking;
  /** The same for the rows of files with the same keys, corrected or not. */
  list: string;
}

export interface ReadFolder {
  /** The rows in the stages in which they can be sent, each in the order of its file. */
  stages: ReadRow[][];
  /** `wholeFile`: nothing of the file is taken in. */
  refusals: (ImportRefusal & { id?: string; wholeFile?: boolean })[];
  /** Names of the layout's files that are not in the folder. */
  missing: string[];
}

/**
 * Reads a folder in the layout. Files that do not end in .csv are left alone. `secret`: the hexadecimal one that keys of persons are
 * made with. Throws NoSuchFolder when the folder cannot be read or has none of the layout's files.
 */
export function readFolder(folder: string, now: string, language: Language, secret: string): ReadFolder {
  const names = csvFilesIn(folder);
  const present = layout.filter(({ name }) => names.includes(name));
  if (!present.length) throw new NoSuchFolder(`${folder} has none of the files ${layout.map(({ name }) => name).join(', ')}.`);
  const refusals: ReadFolder['refusals'] = names
    .filter((name) => !layout.some((file) => file.name === name))
    .map((file) => fileRefusal(file, 'unknown-file', { files: layout.map(({ name }) => name).join(', ') }, language));
  const rows = present.flatMap((file) => readFile(folder, file, { now, language, secret }, refusals));
  return {
    stages: stages.map((definitions) =>
      definitions.flatMap((definition) => rows.filter((row) => row.definition === definition)),
    ),
    refusals,
    missing: missed(names),
  };
}

function csvFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv'));
  } catch (error) {
    throw new NoSuchFolder(`${folder} is no folder that can be read (${(error as NodeJS.ErrnoException).code}). Name the folder with the CSV files.`);
  }
}

function readFile(
  folder: string,
  file: LayoutFile,
  { now, language, secret }: { now: string; language: Language; secret: string },
  refusals: ReadFolder['refusals'],
): ReadRow[] {
  const content = readBytes(join(folder, file.name));
  if ('code' in content) {
    refusals.push(fileRefusal(file.name, 'unreadable-file', { code: content.code }, language));
    return [];
  }
  const csv = readCsv(content.bytes, file.columns);
  if ('reason' in csv) {
    refusals.push({ ...fileRefusal(file.name, csv.reason, csv.params, language), ...(csv.line && { line: csv.line }) });
    return [];
  }
  const key = file.columns[0]!;
  const list = fingerprintOf(csv.lines.map((line) => ('cells' in line ? line.cells.get(key) : line.firstCell)).sort());
  const rows: ReadRow[] = [];
  for (const line of csv.lines) {
    const at = { file: file.name, line: line.line };
    if ('reason' in line) {
      const { field, reason, params, firstCell } = line;
      const id = ownsKey(file) ? firstCell : undefined;
      refusals.push({ ...at, reason, text: problemText(reason, params, language), ...(field && { field }), ...(id && { id }) });
      continue;
    }
    try {
      for (const command of [file.read(new Cells(line.cells, now, secret))].flat()) {
        rows.push({ ...at, key, list, ...(file.usualMarking && { usualMarking: file.usualMarking }), ...command });
      }
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      const id = ownsKey(file) ? line.cells.get(key) : undefined;
      refusals.push({ ...at, field: error.field, reason: error.reason, text: error.inLanguage(language), ...(id && { id }) });
    }
  }
  const refuse = ({ line }: ReadRow, error: CellRefused) =>
    void refusals.push({ file: file.name, line, field: error.field, reason: error.reason, text: error.inLanguage(language) });
  return file.join ? joinTogether(rows, file.join, refuse) : rows;
}

/** Rows that belong together become one, in the place of the first of them. A line that does not fit is refused as a whole. */
function joinTogether(rows: ReadRow[], join: NonNullable<LayoutFile['join']>, refuse: (row: ReadRow, error: CellRefused) => void): ReadRow[] {
  const joined: ReadRow[] = [];
  const firsts = new Map<string, ReadRow>();
  const refused = new Set<number>();
  for (const row of rows) {
    const first = row.together ? firsts.get(row.id) : undefined;
    if (!first) {
      joined.push(row);
      if (row.together) firsts.set(row.id, row);
      continue;
    }
    try {
      Object.assign(first, { command: join([first.command, row.command]), joined: [...(first.joined ?? [first.line]), row.line] });
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      refuse(row, error);
      refused.add(row.line);
    }
  }
  return joined.filter(({ line }) => !refused.has(line));
}

/** Whether the first column is the row's own key: attendance begins with the key of something else. */
function ownsKey(file: LayoutFile): boolean {
  return file.ownsKey ?? layout.find(({ columns }) => columns[0] === file.columns[0]) === file;
}

function readBytes(path: string): { bytes: Buffer } | { code: string } {
  try {
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}

function fileRefusal(file: string, reason: string, params: Record<string, string | number>, language: Language) {
  return { file, wholeFile: true, reason, text: problemText(reason, params, language) };
}

/** A command's refusal as one of its row: the field by its column. */
export function rowRefusal(row: ReadRow, reason: string, text: string, pointer: string | undefined): ImportRefusal {
  const field = pointer && columnOf(pointer);
  return { file: row.file, line: row.line, reason, text, ...(field && { field }) };
}
