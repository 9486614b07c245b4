import type { getEmployed } from '@riggen/contracts';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '../api/fetch-json.js';
import { addressOf } from '../api/useAnswer.js';
import { useOwn } from './useOwn.js';

type Employed = z.infer<typeof getEmployed.output>;

const atOnce = 200;

/** The keys of everybody who is employed in a service on a day; asked when there is a day, by those who see the whole service. */
export function useEmployed(serviceId: string, on: string | undefined) {
  const { group } = useOwn();
  return useQuery({
    queryKey: ['training', 'employed', { serviceId, on }],
    queryFn: async ({ signal }): Promise<string[]> => {
      const found: string[] = [];
      for (let page = 1; ; page += 1) {
        const { items, total } = await fetchJson<Employed>(addressOf({ service: 'training', name: 'employed' }, { serviceId, on, page, size: atOnce }), signal);
        found.push(...items.map(({ personId }) => personId));
        if (!items.length || page * atOnce >= total) return found;
      }
    },
    placeholderData: (before) => before, // nobody leaves the list before it is known who is on it
    enabled: on !== undefined && group === undefined,
  });
}
