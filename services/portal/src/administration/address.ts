export const noticeStates = ['waiting', 'sent', 'given-up'] as const;

const pageIn = ({ page }: Record<string, unknown>): { page?: number } => (typeof page === 'number' && page > 1 ? { page } : {});

/** Reads which notices are wanted from an address. */
export function withState({ state, ...rest }: Record<string, unknown>): { state?: (typeof noticeStates)[number]; page?: number } {
  const wanted = noticeStates.find((one) => one === state);
  return { ...(wanted && { state: wanted }), ...pageIn(rest) };
}

/** Reads the period and the person that readings are wanted of from an address. */
export function withReadings({ from, to, personId, ...rest }: Record<string, unknown>): { from?: string; to?: string; personId?: string; page?: number } {
  const isDay = (day: unknown): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
  return {
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(typeof personId === 'string' && personId && { personId }),
    ...pageIn(rest),
  };
}
