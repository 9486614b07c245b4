import { z } from 'zod';
import type { EventDefinition } from './definitions.js';

/** The JSON Schema under which an event version is published: what is stored must be readable by it for ever. */
export function publishedSchema({ schema }: EventDefinition): object {
  return z.toJSONSchema(schema, { unrepresentable: 'any' });
}
