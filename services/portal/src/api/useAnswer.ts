import { queryOptions, useQuery } from '@tanstack/react-query';
import type { QueryDefinition } from '@riggen/contracts';
import type { z } from 'zod';
import { fetchJson } from './fetch-json.js';

type Input = Record<string, string | number | boolean | undefined>;

/** The address of a query with its input. */
export function addressOf({ service, name }: Pick<QueryDefinition, 'service' | 'name'>, input: Input): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `/api/${service}/${name}${search && `?${search}`}`;
}

/** Whether two inputs ask for pages of the same list. */
const isOfSameList = (before: unknown, input: Input): boolean => JSON.stringify({ ...(before as Input), page: 0 }) === JSON.stringify({ ...input, page: 0 });

/** A query of the contracts, to be asked now or ahead. */
export const answerTo = <Definition extends QueryDefinition>(definition: Pick<Definition, 'service' | 'name'>, input: Input = {}) =>
  queryOptions({
    queryKey: [definition.service, definition.name, input],
    queryFn: ({ signal }) => fetchJson<z.infer<Definition['output']>>(addressOf(definition, input), signal),
  });

/** Asks a query of the contracts. While another page of a list is on its way, the one before stays. */
export function useAnswer<Definition extends QueryDefinition>(
  definition: Pick<Definition, 'service' | 'name'>,
  input: Input = {},
  { enabled = true }: { enabled?: boolean } = {},
) {
  return useQuery({
    ...answerTo<Definition>(definition, input),
    placeholderData: (before, query) => (isOfSameList(query?.queryKey[2], input) ? before : undefined),
    enabled,
  });
}
