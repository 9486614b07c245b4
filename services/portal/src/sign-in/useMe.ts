import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { Me } from '@riggen/contracts';
import { answerOf, ServerError } from '../api/fetch-json.js';
import { ServerProblem } from '../api/problem.js';
import { setSessionEnded } from './session-ended.js';

const key = ['me'];

const me = queryOptions({
  queryKey: key,
  refetchOnWindowFocus: 'always',
  queryFn: async ({ client, signal }): Promise<Me | null> => {
    const before = client.getQueryData<Me | null>(key);
    const answer = await answerOf<Me>(await fetch('/api/me', { signal })).catch((error: unknown) => {
      if (saysSignedOut(error)) return null;
      throw error;
    });
    if (!answer) {
      if (before) setSessionEnded(true);
      return before ?? null;
    }
    if (before && before.id !== answer.id) window.location.assign('/'); // another person's page must not stay
    setSessionEnded(false);
    return answer;
  },
});

/** Who is signed in; null when nobody is. Once somebody was, they stay on the page although the session has ended. */
export const useMe = () => useQuery(me);

/** Asks who is signed in before anything is drawn: every page waits for the answer. */
export const askAhead = (client: QueryClient): void => void client.prefetchQuery(me);

/** Asks anew who is signed in. */
export const askWhoIsSignedIn = (client: QueryClient) => client.invalidateQueries({ queryKey: key });

/** Whether an answer says that nobody is signed in. */
export const saysSignedOut = (error: unknown): boolean =>
  (error instanceof ServerError && error.status === 401) || (error instanceof ServerProblem && error.problem.status === 401);
