import type { CommandDefinition, Marking } from '@riggen/contracts';
import type { z } from 'zod';
import type { Cells } from './cells.js';

/**
 * What a row asks for. `id` is the row's own key; `order` names what must be handled one after the other. Rows that are `together`
 * and have the same `id` are joined into one command.
 */
export interface RowCommand {
  definition: CommandDefinition;
  id: string;
  order: string;
  together?: boolean;
  command: unknown;
}

/**
 * A file of a layout: its columns and the commands that each row is. `ownsKey`: its first column is the key of its own rows.
 * `usualMarking`: what its rows are when nothing else is said; they are real without.
 */
export interface LayoutFile {
  name: string;
  columns: readonly string[];
  ownsKey?: boolean;
  usualMarking?: Marking;
  read(cells: Cells): RowCommand | RowCommand[];
  /** One command of those of two rows that belong together. Throws CellRefused for the second when it does not fit the first. */
  join?(commands: unknown[]): unknown;
}

/** A command of a row, with its parts checked against each other. */
export function row<Definition extends CommandDefinition>(
  definition: Definition,
  about: { id: string; order: string; together?: boolean },
  command: z.input<Definition['schema']>,
): RowCommand {
  return { definition, command, ...about };
}
