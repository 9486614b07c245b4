import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainEvent } from '@riggen/event-sourcing';
import { z } from 'zod';
import { eventDefinition, events, upcast } from './catalogue.js';
import { publishedSchema } from './published-schema.js';

const folder = join(process.cwd(), 'libs/contracts/published');
const nameOf = (event: { type: string; schemaVersion: number }) => `${event.type}.v${event.schemaVersion}.json`;
const filesIn = (path: string) => readdirSync(path).filter((name) => name.endsWith('.json')).sort();
const contentOf = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
const eachEvent = events.map((event) => [nameOf(event), event] as const);

describe('the schemas of events', () => {
  it('are published for every version, and a published version is never forgotten', () => {
    // A new event or version: node tools/publish-event-schemas.mjs
    expect(filesIn(folder)).toEqual(events.map(nameOf).sort());
  });

  it.each(eachEvent)('%s has not changed since it was published', (name, event) => {
    expect(JSON.parse(JSON.stringify(publishedSchema(event)))).toEqual(contentOf(name));
  });

  it.each(eachEvent)('%s reads what was stored as it stands: it fills in and converts nothing', (_, { stored }) => {
    const asRead = (io: 'input' | 'output') =>
      JSON.stringify(z.toJSONSchema(stored, { io }), (key, value: unknown) => (key === 'additionalProperties' && value === false ? undefined : value));
    expect(asRead('input')).toBe(asRead('output'));
  });
});

describe('the stored examples of events', () => {
  it('are there for every version that was ever published', () => {
    // node tools/publish-event-schemas.mjs proposes one for what has none.
    expect(filesIn(join(folder, 'examples'))).toEqual(filesIn(folder));
  });

  it.each(filesIn(join(folder, 'examples')))('%s fits the schema of its version, and as the newest version the schema of that', (name) => {
    const example = contentOf('examples', name) as DomainEvent;
    expect(name).toBe(nameOf(example));
    expect(eventDefinition(example.type, example.schemaVersion)!.stored.safeParse(example.data)).toEqual({ success: true, data: example.data });
    const newest = upcast(example);
    expect(newest.schemaVersion).toBe(Math.max(...events.filter(({ type }) => type === example.type).map(({ schemaVersion }) => schemaVersion)));
    expect(eventDefinition(newest.type, newest.schemaVersion)!.stored.safeParse(newest.data)).toEqual({ success: true, data: newest.data });
  });
});
