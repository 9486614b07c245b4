import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { events } from './catalogue.js';
import { publishedSchema } from './published-schema.js';

const folder = join(process.cwd(), 'libs/contracts/published');
const nameOf = (event: { type: string; schemaVersion: number }) => `${event.type}.v${event.schemaVersion}.json`;

describe('the schemas of events', () => {
  it('are published for every version, and a published version is never forgotten', () => {
    // A new event or version: node tools/publish-event-schemas.mjs
    expect(readdirSync(folder).sort()).toEqual(events.map(nameOf).sort());
  });

  it.each(events.map((event) => [nameOf(event), event] as const))('%s has not changed since it was published', (name, event) => {
    expect(JSON.parse(JSON.stringify(publishedSchema(event)))).toEqual(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  });
});
