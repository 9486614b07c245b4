/** The regions from north to east, as lists show them. */
export const regions = ['nord', 'midt', 'vest', 'sor', 'ost'] as const;
