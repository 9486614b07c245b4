import type { listPeople } from '@riggen/contracts';
import type { z } from 'zod';
import { fetchJson } from './fetch-json.js';
import { addressOf } from './useAnswer.js';

type Listed = z.infer<typeof listPeople.output>;

const atOnce = 200;

/** Everybody of the staff whom one may see, of a region where one is named, page after page. */
export async function everyone(region: string | undefined, signal: AbortSignal): Promise<Listed['items']> {
  const found: Listed['items'] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await fetchJson<Listed>(addressOf({ service: 'rollout', name: 'people' }, { region, page, size: atOnce }), signal);
    found.push(...items);
    if (!items.length || page * atOnce >= total) return found;
  }
}
