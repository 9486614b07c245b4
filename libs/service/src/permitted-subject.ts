import { type MatrixRow, matrixRow, mayDo, type Subject } from '@riggen/access';
import type { Caller, CommandDefinition, QueryDefinition } from '@riggen/contracts';

/**
 * The place that a command or query is about, where the matrix lets the caller act there; else undefined. Whoever may in the
 * whole nation may without a look at the subject, and then hears by name what is unknown; to all others unknown and foreign are
 * alike. A reading that is logged is looked at in any case.
 */
export async function permittedSubject(
  definition: CommandDefinition | QueryDefinition,
  caller: Caller,
  subjectOf: () => Promise<Subject | undefined>,
): Promise<Subject | undefined> {
  const row: MatrixRow | undefined = matrixRow(definition);
  const everywhere = mayDo(row, caller, {});
  if (everywhere && !row?.personLevel) return {};
  const subject = await subjectOf();
  if (everywhere) return subject ?? {};
  return subject && mayDo(row, caller, subject) ? subject : undefined;
}
