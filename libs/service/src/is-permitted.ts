import { matrixRow, mayDo, type Subject } from '@riggen/access';
import type { Caller, CommandDefinition, QueryDefinition } from '@riggen/contracts';

/**
 * Whether the matrix lets the caller give a command or ask a query. Whoever may in the whole nation may without a look at the
 * subject, and then hears by name what is unknown; to all others unknown and foreign are alike.
 */
export async function isPermitted(
  definition: CommandDefinition | QueryDefinition,
  caller: Caller,
  subjectOf: () => Promise<Subject | undefined>,
): Promise<boolean> {
  const row = matrixRow(definition);
  if (mayDo(row, caller, {})) return true;
  const subject = await subjectOf();
  return subject !== undefined && mayDo(row, caller, subject);
}
