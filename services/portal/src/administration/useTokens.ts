import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Grant, PageOf } from '@riggen/contracts';
import { answerOf, fetchJson } from '../api/fetch-json.js';
import { problemIn, ServerProblem } from '../api/problem.js';
import { i18n } from '../language/i18n.js';

/** An API token as it is listed: never itself. */
export interface ListedToken {
  id: string;
  name: string;
  grants: Grant[];
  expiresAt: string;
  madeAt: string;
  revokedAt?: string;
}

interface NewToken {
  name: string;
  grants: object[];
  expiresAt: string;
}

const key = 'tokens';

/** A page of the API tokens, the newest first. */
export const useTokens = (page: number, size: number) =>
  useQuery({
    queryKey: [key, page],
    queryFn: ({ signal }) => fetchJson<PageOf<ListedToken>>(`/api/tokens?page=${page}&size=${size}`, signal),
    placeholderData: keepPreviousData,
  });

/** Makes a token; the answer is the only time that it is told. */
export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (token: NewToken) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json', 'accept-language': i18n.language };
      return answerOf<{ token: string }>(await fetch('/api/tokens', { method: 'POST', headers, body: JSON.stringify(token) }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

/** Takes a token out of use. */
export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: ListedToken) => {
      const response = await fetch(`/api/tokens/${id}`, { method: 'DELETE', headers: { 'accept-language': i18n.language } });
      const problem = response.ok ? undefined : await problemIn(response);
      if (problem) throw new ServerProblem(problem);
      if (!response.ok) throw new Error(`The server answered with status ${response.status}`);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
}
