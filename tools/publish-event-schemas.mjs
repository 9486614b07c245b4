// Writes the schema of every event version that has none yet to libs/contracts/published, and proposes an example of it. What
// is published never changes. Build first: npx tsc -b
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { events } from '../libs/contracts/dist/index.js';
import { publishedSchema } from '../libs/contracts/dist/published-schema.js';
import { exampleOf } from './publish/example-of.mjs';

const folder = new URL('../libs/contracts/published/', import.meta.url);
mkdirSync(new URL('examples', folder), { recursive: true });

for (const event of events) {
  const { type, schemaVersion, stored } = event;
  const name = `${type}.v${schemaVersion}.json`;
  const published = publishedSchema(event);
  write(new URL(name, folder), published, `published ${type} version ${schemaVersion}`);

  const data = exampleOf(published);
  const example = { type, schemaVersion, occurredAt: '2025-03-03T08:00:00.000Z', organisation: { service: 'p01', region: 'nord' }, data };
  const { success, error } = stored.safeParse(data);
  const wanted = success ? 'look whether it is a likely one' : `MEND IT BY HAND: ${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`;
  write(new URL(`examples/${name}`, folder), example, `proposed an example of ${type} version ${schemaVersion}; ${wanted}`);
}

function write(file, content, said) {
  if (existsSync(file)) return;
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  console.log(said);
}
