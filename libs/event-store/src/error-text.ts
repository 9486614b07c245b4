/**
 * What an error says, for logs and lists of failures. A database quotes the values that it could not take, and a parser what it
 * could not read; those can be personal data, so of them only kind and place are told.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, severity, schema, table, column, constraint } = error as DatabaseError;
  if (severity !== undefined) {
    const place = [schema, table, column ?? constraint].filter((part) => part !== undefined).join('.');
    return `${error.name}: database error ${code}${place && ` at ${place}`}`;
  }
  return error instanceof SyntaxError ? `${error.name}: a text could not be read` : `${error.name}: ${error.message}`;
}

/** The parts of a PostgreSQL error that quote no value. */
interface DatabaseError {
  code?: string;
  severity?: string;
  schema?: string;
  table?: string;
  column?: string;
  constraint?: string;
}
