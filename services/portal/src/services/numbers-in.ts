/** The numbers in a text where people have put commas, spaces or semicolons between them. */
export const numbersIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
