import { isDeepStrictEqual } from 'node:util';
import { refuse, type Decision } from './decider.js';
import type { DomainEvent } from './event.js';

/**
 * What to answer when the thing that a command wants is there already: nothing when it is there with the same content,
 * else the refusal `known-with-other-content` with the first field that differs.
 */
export function alreadySo<Event extends DomainEvent, Content extends object>(
  id: string,
  known: Content,
  given: Content,
): Decision<Event> {
  for (const field of Object.keys({ ...known, ...given }) as (keyof Content & string)[]) {
    if (!isDeepStrictEqual(known[field], given[field])) {
      return refuse('known-with-other-content', field, { id, known: text(known[field]), given: text(given[field]) });
    }
  }
  return [];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '–'));
