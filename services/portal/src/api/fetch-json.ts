import { i18n } from '../language/i18n.js';
import { freshness } from './freshness.js';
import { problemIn, ServerProblem } from './problem.js';

/** The server answered, but not with what was asked for. */
export class ServerError extends Error {
  constructor(readonly status: number) {
    super(`The server answered with status ${status}`);
  }
}

/** The gateway answers by the schemas in the contracts; the caller names the type. Throws ServerProblem or ServerError. */
export async function fetchJson<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const headers = { accept: 'application/json', 'accept-language': i18n.language, ...freshness() };
  return answerOf<Answer>(await fetch(path, { signal, headers }));
}

/** What a response holds; throws what it says is wrong. */
export async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return (await response.json()) as Answer;
  const problem = await problemIn(response);
  throw problem ? new ServerProblem(problem) : new ServerError(response.status);
}
