import { erasePerson, getPerson, getPersonData, type Language } from '@riggen/contracts';
import type { RecordedEvent } from '@riggen/event-store';
import { openReadModels } from '@riggen/projections';
import { personStream } from '@riggen/rollout';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { services } from '../services.js';
import type { RunningSystem } from './system.js';

/** Erases a person, waits until it is done, and gives the report: what was erased, where and when. Throws the refusal. */
export async function erasePersonNow(
  { services: client, caller, store, vault }: RunningSystem,
  command: z.input<typeof erasePerson.schema>,
  language: Language,
): Promise<string[]> {
  const about = { correlationId: randomUUID(), caller, language };
  const erased = await client.command(erasePerson, { ...about, commandId: randomUUID(), command });
  if (erased.outcome === 'refused') throw new Error(erased.problem.detail);
  const { personId } = command;
  const shown = await client.query(getPerson, { ...about, ...(erased.position && { fresh: erased.position }), input: { personId } });
  if (shown.outcome === 'refused') throw new Error(shown.problem.detail);
  const { person } = getPerson.output.parse(shown.output);
  const entry = (await vault.erasures()).find((erasure) => erasure.personId === personId);
  const keyIsGone = !(await vault.keysOf([personId])).size;
  if (!entry || !keyIsGone || !person?.erased || person.name !== null) throw new Error(`The erasure of ${personId} is not done yet. Give the command again.`);
  const sealed = (await store.readStream(personStream(personId))).filter(({ type }) => type !== entry.event.type).length;
  return [
    `erased ${personId} (${command.reason})`,
    `key destroyed ${entry.destroyedAt}, recorded in the ledger of erasures`,
    `events: ${sealed} in ${personStream(personId)} can no longer be read, in backups either`,
    'read models: name, e-mail and phone are gone from rollout.person',
  ];
}

/**
 * Writes all that is held about a person as JSON to a new file that its owner only may read; gives the line to end with. Asks
 * the service first, which logs the reading: what cannot be logged is not read.
 */
export async function writePersonData(system: RunningSystem, personId: string, file: string, language: Language): Promise<string> {
  const { services: client, caller } = system;
  const asked = await client.query(getPersonData, { correlationId: randomUUID(), caller, language, input: { personId } });
  if (asked.outcome === 'refused') throw new Error(asked.problem.detail);
  const events = await eventsAbout(system, personId);
  const tables = await openReadModels(system.address.databaseUrl, 'rollout', [], 1);
  const rows = await rowsAbout(tables, personId).finally(() => tables.destroy());
  const erasure = (await system.vault.erasures()).find((entry) => entry.personId === personId);
  if (!events.length && !erasure) throw new Error(`Nothing is held about ${personId}.`);
  const content = { personId, madeAt: new Date().toISOString(), ...(erasure && { erasedAt: erasure.destroyedAt }), events, rows };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  const count = Object.values(rows).reduce((sum, list) => sum + list.length, 0);
  return `wrote ${events.length} events and ${count} rows about ${personId} to ${file}. The file is personal data: hand it over, and delete it`;
}

const batch = 2_000;

/** The events that name the person, by whom they were caused or whom they are about; the person's own with their content in clear. */
async function eventsAbout({ store, personalData }: RunningSystem, personId: string): Promise<RecordedEvent[]> {
  const own = personStream(personId);
  const quoted = JSON.stringify(personId);
  const found: RecordedEvent[] = [];
  for (let after = '', events = await store.readAll(after, batch); events.length; events = await store.readAll(after, batch)) {
    const about = events.filter(({ actor, stream, data }) => stream === own || actor.id === personId || JSON.stringify(data).includes(quoted));
    found.push(...(await personalData.open(about.filter(({ stream }) => stream === own))));
    found.push(...(await personalData.conceal(about.filter(({ stream }) => stream !== own))));
    after = events.at(-1)!.position;
  }
  return found.sort((a, b) => (a.position < b.position ? -1 : 1));
}

/** Every row of every service's read models in which the person stands, by table. */
async function rowsAbout(tables: DataSource, personId: string): Promise<Record<string, object[]>> {
  const columns: { name: string; texts: string[]; documents: string[] }[] = await tables.query(
    `select format('%I.%I', table_schema, table_name) as name,
            coalesce(array_agg(quote_ident(column_name)) filter (where data_type = 'text'), '{}') as texts,
            coalesce(array_agg(quote_ident(column_name)) filter (where data_type = 'jsonb'), '{}') as documents
     from information_schema.columns where table_schema = any($1) and table_name <> all($2) group by 1 order by 1`,
    [services.map(({ name }) => name), ['copies', 'projection_checkpoints', 'parked_events']],
  );
  const found: Record<string, object[]> = {};
  for (const { name, texts, documents } of columns) {
    const conditions = [...texts.map((column) => `${column} = $1`), ...documents.map((column) => `position($2 in ${column}::text) > 0`)];
    if (!conditions.length) continue;
    const rows: { row: object }[] = await tables.query(
      `with about as (select $1::text, $2::text) select to_jsonb(t) as row from ${name} t where ${conditions.join(' or ')}`,
      [personId, JSON.stringify(personId)],
    );
    if (rows.length) found[name] = rows.map(({ row }) => row);
  }
  return found;
}
