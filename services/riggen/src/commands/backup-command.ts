import { backupEvents, type EventStore } from '@riggen/event-store';
import { Progress } from './progress.js';
import type { SystemAddress } from './store.js';

/** Writes a backup of the store while the system runs; gives the line to end with. */
export async function backup({ address, store }: { address: SystemAddress; store: EventStore }, file: string): Promise<string> {
  requireEventsInPostgres(address);
  const total = await store.size();
  const progress = new Progress('backing up');
  const written = await backupEvents(address.databaseUrl, file, (done) => progress.update(done, Math.max(done, total))).finally(() => progress.stop());
  return `backed up ${written.events} events to ${file}, ${written.bytes} bytes`;
}

/** Backup and restore work on the tables of the store on PostgreSQL. */
export function requireEventsInPostgres({ kurrentdbUrl }: SystemAddress): void {
  if (kurrentdbUrl) throw new Error('The events of this system are in KurrentDB: back them up and restore them with its own tools, then run riggen rebuild');
}
