let seen = '';

/** Remembers the position that a command led to: queries that follow ask for an answer that includes it. */
export function rememberPosition(position: string | undefined): void {
  if (position && position > seen) seen = position;
}

/** The header of a query by which people see what they have just done. */
export const freshness = (): Record<string, string> => (seen ? { 'if-fresh': seen } : {});
