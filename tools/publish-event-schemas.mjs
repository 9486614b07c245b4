// Writes the schema of every event version that has none yet to libs/contracts/published. What is published never changes.
import { existsSync, writeFileSync } from 'node:fs';
import { events } from '../libs/contracts/dist/index.js';
import { publishedSchema } from '../libs/contracts/dist/published-schema.js';

for (const event of events) {
  const file = new URL(`../libs/contracts/published/${event.type}.v${event.schemaVersion}.json`, import.meta.url);
  if (existsSync(file)) continue;
  writeFileSync(file, `${JSON.stringify(publishedSchema(event), null, 2)}\n`);
  console.log(`published ${event.type} version ${event.schemaVersion}`);
}
