import { type EventStoreAddress, type PersonKeysAddress, storeFromEnvironment } from '@riggen/event-store';
import { shortestCallerKey } from '@riggen/messaging';
import { z } from 'zod';

/** How long readings of person-level data are kept where READINGS_KEPT_DAYS says nothing: two years; ours. */
export const daysReadingsAreKept = 730;

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  NATS_URL: z.string().min(1),
  NATS_TOKEN: z.string().optional(),
  CALLER_KEY: z.string().min(shortestCallerKey),
  READINGS_KEPT_DAYS: z.coerce.number().int().min(30).max(3_653).default(daysReadingsAreKept),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
});

/** Where a process finds PostgreSQL, the event store and NATS, and the port of its own HTTP server (0: any free one). */
export interface Configuration extends EventStoreAddress {
  natsUrl: string;
  natsToken?: string;
  /** The key that callers are signed with; the same in the gateway and every service. */
  callerKey: string;
  port: number;
  /** For how many days readings of person-level data are kept. */
  readingsKeptDays?: number;
}

/** A service also knows where the keys of persons are; the gateway does not. */
export interface ServiceConfiguration extends Configuration {
  personKeys: PersonKeysAddress;
}

/** Reads the configuration from the environment; throws with the names of what is missing or wrong. */
export function configurationFromEnvironment(env: NodeJS.ProcessEnv = process.env): Configuration {
  const result = environment.safeParse(env);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`The environment is not complete. ${wrong}`);
  }
  const { DATABASE_URL, NATS_URL, NATS_TOKEN, CALLER_KEY, PORT, READINGS_KEPT_DAYS } = result.data;
  const servers = { databaseUrl: DATABASE_URL, natsUrl: NATS_URL, callerKey: CALLER_KEY, ...(NATS_TOKEN && { natsToken: NATS_TOKEN }) };
  return { ...servers, ...storeFromEnvironment(env), port: PORT, readingsKeptDays: READINGS_KEPT_DAYS };
}
