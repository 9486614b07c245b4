/** Today's calendar date (YYYY-MM-DD) in Norway: by universal time it is yesterday there after midnight. */
export const todayInOslo = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });
