import { type Language, problemText } from '@riggen/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cells } from './cells.js';
import { columnOf, layout, type LayoutFile, type RowCommand, stages } from './layout.js';
import { readCsv } from './read-csv.js';
import { CellRefused, type ImportRefusal } from './row-refusal.js';

/** A row that could be read, ready to be sent. */
export interface ReadRow extends RowCommand {
  file: string;
  line: number;
}

export interface ReadFolder {
  /** The rows in the stages in which they can be sent, each in the order of its file. */
  stages: ReadRow[][];
  refusals: (ImportRefusal & { id?: string })[];
  /** Names of the layout's files that are not in the folder. */
  missing: string[];
}

/**
 * Reads a folder in the layout. Files that do not end in .csv are left alone. Throws when the folder cannot be read or has
 * none of the layout's files.
 */
export function readFolder(folder: string, now: string, language: Language): ReadFolder {
  const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv'));
  const present = layout.filter(({ name }) => names.includes(name));
  if (!present.length) throw new Error(`${folder} has none of the files ${layout.map(({ name }) => name).join(', ')}`);
  const refusals: ReadFolder['refusals'] = names
    .filter((name) => !layout.some((file) => file.name === name))
    .map((file) => fileRefusal(file, 'unknown-file', { files: layout.map(({ name }) => name).join(', ') }, language));
  const rows = present.flatMap((file) => readFile(folder, file, now, language, refusals));
  return {
    stages: stages.map((definitions) =>
      definitions.flatMap((definition) => rows.filter((row) => row.definition === definition)),
    ),
    refusals,
    missing: layout.filter(({ name }) => !names.includes(name)).map(({ name }) => name),
  };
}

function readFile(
  folder: string,
  file: LayoutFile,
  now: string,
  language: Language,
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
  const rows: ReadRow[] = [];
  for (const line of csv.lines) {
    const at = { file: file.name, line: line.line };
    if ('reason' in line) {
      const { field, reason, params } = line;
      refusals.push({ ...at, reason, text: problemText(reason, params, language), ...(field && { field }) });
      continue;
    }
    try {
      rows.push({ ...at, ...file.read(new Cells(line.cells, now)) });
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      const id = ownsKey(file) ? line.cells.get(file.columns[0]!) : undefined;
      refusals.push({ ...at, field: error.field, reason: error.reason, text: error.inLanguage(language), ...(id && { id }) });
    }
  }
  return rows;
}

/** Whether the first column is the row's own key: attendance begins with the key of something else. */
function ownsKey(file: LayoutFile): boolean {
  return layout.find(({ columns }) => columns[0] === file.columns[0]) === file;
}

function readBytes(path: string): { bytes: Buffer } | { code: string } {
  try {
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}

function fileRefusal(file: string, reason: string, params: Record<string, string | number>, language: Language): ImportRefusal {
  return { file, reason, text: problemText(reason, params, language) };
}

/** A command's refusal as one of its row: the field by its column. */
export function rowRefusal(row: ReadRow, reason: string, text: string, pointer: string | undefined): ImportRefusal {
  const field = pointer && columnOf(pointer);
  return { file: row.file, line: row.line, reason, text, ...(field && { field }) };
}
