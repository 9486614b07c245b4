import { events } from '@riggen/contracts';
import { z } from 'zod';

const text = { type: 'string' };

/** The AsyncAPI 3.0 document of the events on NATS JetStream, built from the contracts. */
export function asyncApiDocument(): object {
  const named = events.map((event) => ({ event, key: `${event.type}.v${event.schemaVersion}` }));
  return {
    asyncapi: '3.0.0',
    info: { title: 'Riggen events', version: '1', description: 'CloudEvents 1.0 in structured JSON on NATS JetStream' },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      named.map(({ event, key }) => [
        key,
        {
          address: `riggen.events.${event.service}.${event.type}`,
          messages: { [key]: { $ref: `#/components/messages/${key}` } },
        },
      ]),
    ),
    operations: Object.fromEntries(
      named.map(({ key }) => [`publish.${key}`, { action: 'send', channel: { $ref: `#/channels/${key}` } }]),
    ),
    components: {
      messages: Object.fromEntries(
        named.map(({ event, key }) => [key, { name: event.type, summary: event.summary, payload: { $ref: `#/components/schemas/${key}` } }]),
      ),
      schemas: Object.fromEntries(named.map(({ event, key }) => [key, envelope(event.type, event.schemaVersion, event.stored)])),
    },
  };
}

function envelope(type: string, schemaVersion: number, schema: z.ZodType): object {
  const { $schema: _, ...data } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  const instant = { type: 'string', format: 'date-time' };
  return {
    type: 'object',
    required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'schemaversion', 'position', 'data'],
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', format: 'uuid' },
      type: { const: type },
      schemaversion: { const: schemaVersion },
      ...{ source: text, subject: text, datacontenttype: text, position: text, previousposition: text },
      ...{ actorkind: text, actorid: text, correlationid: text, causationid: text, serviceunit: text, region: text, marking: text, sourcelist: text },
      ...{ time: instant, recordedat: instant, streamversion: { type: 'integer', minimum: 1 }, sourceline: { type: 'integer' } },
      data,
    },
  };
}
