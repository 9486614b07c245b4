/** The headers that a request which changes something needs beside its content. */
export const unsafeHeaders = async (): Promise<Record<string, string>> => ({});
