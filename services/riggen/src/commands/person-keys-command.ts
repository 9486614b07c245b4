import type { KeyCopy } from '@riggen/event-store';
import { readFileSync, writeFileSync } from 'node:fs';
import type { RunningStore } from './store.js';

/** Writes the keys of persons, wrapped, and the ledger of erasures to a new file; gives the line to end with. */
export async function backupKeys({ vault }: Pick<RunningStore, 'vault'>, file: string): Promise<string> {
  const copy = await vault.copy();
  writeFileSync(file, `${JSON.stringify(copy)}\n`, { flag: 'wx', mode: 0o600, flush: true });
  return `backed up the keys of ${copy.keys.length} persons and ${copy.erasures.length} erasures to ${file}`;
}

/** Takes such a file in; the keys of persons who are erased, in the file or here, stay destroyed. */
export async function restoreKeys({ vault }: Pick<RunningStore, 'vault'>, file: string): Promise<string> {
  await vault.takeIn(JSON.parse(readFileSync(file, 'utf8')) as KeyCopy);
  const { keys, erasures } = await vault.copy();
  return `the system has the keys of ${keys.length} persons and ${erasures.length} erasures; rebuild rollout.people to see the names`;
}
