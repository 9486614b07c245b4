/** The server answered, but not with what was asked for. */
export class ServerError extends Error {
  constructor(readonly status: number) {
    super(`The server answered with status ${status}`);
  }
}

/** The gateway answers by the schemas in the contracts; the caller names the type. */
export async function fetchJson<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new ServerError(response.status);
  return (await response.json()) as Answer;
}
