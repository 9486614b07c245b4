import { type PersonKeysAddress, personKeysFromEnvironment } from '@riggen/event-store';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the keys of persons of a home are: in its own PostgreSQL, wrapped by the master key in the home, which is made the
 * first time; PERSON_KEYS_DATABASE_URL and PERSON_KEYS_MASTER_KEY name others.
 */
export function personKeysOf(home: string, databaseUrl: string, env: NodeJS.ProcessEnv = process.env): PersonKeysAddress {
  const PERSON_KEYS_MASTER_KEY = env['PERSON_KEYS_MASTER_KEY'] || masterKeyIn(home);
  return personKeysFromEnvironment(databaseUrl, { ...env, PERSON_KEYS_MASTER_KEY });
}

function masterKeyIn(home: string): string {
  const file = join(home, 'person-keys.master');
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
