import { beginHeadsAnew, checkBackup, type ErasureEvent, erasingTypes, HeadSigner, type RecordedEvent, replaceEvents, replayErasures } from '@riggen/event-store';
import { forgetPublished } from '@riggen/messaging';
import { holdRebuilds, rebuildProjection, voidCheckpoints } from '@riggen/projections';
import type pg from 'pg';
import { requireEventsInPostgres } from './backup-command.js';
import { Progress } from './progress.js';
import { allProjections, differencesOfReadModels } from './projections.js';
import type { RunningStore } from './store.js';
import { verifyStore, whyUnreadable } from './verify-store.js';

export interface RestoreOutcome {
  problems: string[];
  /** The counts, as the line that a restore ends with. */
  line: string;
}

/**
 * Puts a backup in place of the running system's events and builds every read model from them; then checks what is there.
 * Nothing changes before the whole file was found sound. Killed anywhere, the same restore again completes it.
 */
export async function restore(
  system: Pick<RunningStore, 'address' | 'store' | 'vault' | 'personalData'>,
  { file, replace }: { file: string; replace: boolean },
): Promise<RestoreOutcome> {
  const { address, store, personalData } = system;
  requireEventsInPostgres(address);
  const { databaseUrl } = address;
  const checked = await shown('checking', (update) => checkBackup(file, whyUnreadable, (done) => update(done, done)));
  const { events } = checked.trailer;
  await shown('restoring', (update) =>
    replaceEvents(databaseUrl, checked, {
      ...{ replace, madeAtStart, lockFirst: holdAllRebuilds, beforeCommit: (client) => beforeAnythingProjects(client, system) },
      onProgress: (done) => update(done, events),
    }),
  );
  for (const { name, schema, projection } of allProjections) {
    await shown(`rebuilding ${name}`, (update) =>
      rebuildProjection({ databaseUrl, schema, projection, store, personalData, onlyIfVoid: true, onProgress: (done) => update(done, Math.max(done, events)) }),
    );
  }
  const verified = await shown('verifying', (update) => verifyStore(store, personalData, (done) => update(done, Math.max(done, events))));
  const problems = [...verified.problems, ...(await differencesOfReadModels(system))];
  if (verified.events < events) problems.push(`the store holds ${verified.events} events, and the backup ${events}`);
  return {
    problems,
    line: `restored ${events} events in ${checked.streams} streams and built ${allProjections.length} read models: ${problems.length} problems`,
  };
}

/**
 * Runs in the transaction that replaces the events: what it does holds before any read model, consumer or reader sees them.
 * Persons whose erasure is in the ledger or among the restored events are erased in both.
 */
async function beforeAnythingProjects(client: pg.Client, { address, vault, personalData }: Pick<RunningStore, 'address' | 'vault' | 'personalData'>): Promise<void> {
  await replayErasures(client, (await vault.erasures()).map(({ event }) => event));
  const { rows } = await client.query<{ body: string }>('select body from event_store.events where type = any($1)', [erasingTypes]);
  await personalData.carryOutErasures(rows.map(({ body }) => JSON.parse(body) as ErasureEvent));
  await beginHeadsAnew(client, new HeadSigner(address.personKeys.masterKey));
  await forgetPublished(client);
  for (const schema of new Set(allProjections.map(({ schema }) => schema))) await voidCheckpoints(client, schema);
}

async function holdAllRebuilds(client: pg.Client): Promise<void> {
  for (const { schema, projection } of allProjections) await holdRebuilds(client, schema, projection.name);
}

/** What services define for themselves when they start, in every system alike, such as the standard surveys. */
const madeAtStart = ({ actor }: RecordedEvent): boolean => actor.kind === 'system';

async function shown<Result>(what: string, work: (update: (done: number, total: number) => void) => Promise<Result>): Promise<Result> {
  const progress = new Progress(what);
  return work((done, total) => progress.update(done, total)).finally(() => progress.stop());
}
