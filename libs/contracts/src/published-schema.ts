import { z } from 'zod';
import type { EventDefinition } from './definitions.js';

/** The JSON Schema under which an event version is published: what is stored must be readable by it for ever. */
export function publishedSchema({ stored }: EventDefinition): object {
  return z.toJSONSchema(stored, { unrepresentable: 'any' });
}
