import type { Problem } from '@riggen/contracts';

/** The server answered with a problem: what is wrong and what to do, in the reader's language. */
export class ServerProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** Reads what the server says is wrong; an answer that is no problem gives undefined. */
export async function problemIn(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get('content-type')?.includes('problem+json')) return undefined;
  return (await response.json().catch(() => undefined)) as Problem | undefined;
}
