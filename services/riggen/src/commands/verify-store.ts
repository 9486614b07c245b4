import { type DomainEvent, eventDefinition, upcast } from '@riggen/contracts';
import { type EventStore, type HeadCheck, HeadSigner, HistoryCheck, openPool, type PersonalData, type RecordedEvent, SignedHeads } from '@riggen/event-store';
import type { SystemAddress } from './store.js';

const batch = 2_000;

export interface StoreVerification {
  events: number;
  streams: number;
  problems: string[];
}

/**
 * Reads the whole store and checks that no stream has a gap, that every event is readable by the schema of its version, its
 * personal data by the key of their person or known as erased, that each stream's hash chain is unbroken, and, where a check of
 * them is given, that the log is the one whose heads were signed.
 */
export async function verifyStore(
  store: EventStore,
  personalData: PersonalData,
  onProgress: (done: number) => void,
  heads?: HeadCheck,
): Promise<StoreVerification> {
  const history = new HistoryCheck(whyUnreadable);
  const problems: string[] = [];
  let after = '';
  for (;;) {
    const records = await store.readRecords(after, batch);
    if (!records.length) return { events: history.events, streams: history.streams, problems: [...problems, ...(heads?.problemsAtEnd() ?? [])] };
    for (const record of records) {
      problems.push(...history.problemsOf(record).map((problem) => `${record.position} ${problem}`));
      problems.push(...(heads?.problemsOf(record) ?? []));
    }
    problems.push(...(await personalData.unreadable(records.flatMap(({ body }) => parsed(body) ?? []))));
    onProgress(history.events);
    after = records.at(-1)!.position;
  }
}

/** A check of a system's log against the heads that were signed until now. */
export async function headCheckOf({ databaseUrl, personKeys }: SystemAddress): Promise<HeadCheck> {
  const pool = openPool({ connectionString: databaseUrl, max: 1, application_name: 'riggen verify' });
  return new SignedHeads(pool, new HeadSigner(personKeys.masterKey)).check().finally(() => pool.end());
}

/** What keeps an event from being read by the schema of its version, and by the newest one; nothing when it is readable. */
export function whyUnreadable(event: RecordedEvent): string | undefined {
  try {
    const problem = misfit(event);
    if (problem) return problem;
    const newest = upcast(event);
    return newest === event ? undefined : misfit(newest);
  } catch (error) {
    return `cannot be read as the newest version: ${String(error)}`;
  }
}

function misfit({ type, schemaVersion, data }: DomainEvent): string | undefined {
  const definition = eventDefinition(type, schemaVersion);
  if (!definition) return `no schema for ${type} version ${schemaVersion}`;
  const result = definition.stored.safeParse(data);
  return result.success ? undefined : `does not fit the schema of ${type} version ${schemaVersion}: ${result.error.message}`;
}

function parsed(body: string): RecordedEvent | undefined {
  try {
    const event = JSON.parse(body) as RecordedEvent;
    return whyUnreadable(event) ? undefined : event;
  } catch {
    return undefined; // told by the check of the history
  }
}
