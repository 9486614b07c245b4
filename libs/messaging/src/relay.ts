import type { EventStore, Position } from '@riggen/event-store';
import type { NatsConnection } from '@nats-io/transport-node';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStream } from './event-stream.js';

const batch = 500;
const pause = 200;
/** A hint, sent after an append, that the store has something new. Losing it costs a pause. */
export const appendedSubject = 'riggen.appended';

/** What the relay has published up to, in the database of the store. */
export class RelayCheckpoint {
  constructor(private readonly pool: pg.Pool) {}

  async prepare(): Promise<void> {
    await this.pool.query(`begin; select pg_advisory_xact_lock(hashtext('riggen.relay.schema'));
      create schema if not exists relay;
      create table if not exists relay.checkpoint (id integer primary key default 1 check (id = 1), position text);
      alter table relay.checkpoint alter column position drop not null;
      insert into relay.checkpoint default values on conflict do nothing; commit;`);
  }

  /** Where the relay is, or undefined when it has to begin anew. */
  async load(): Promise<Position | undefined> {
    const { rows } = await this.pool.query<{ position: Position | null }>('select position from relay.checkpoint');
    return rows[0]!.position ?? undefined;
  }

  /** Puts a checkpoint that has to begin anew before the first event. */
  async begin(): Promise<void> {
    await this.pool.query("update relay.checkpoint set position = '' where position is null");
  }

  /** Moves the checkpoint, unless somebody else has moved it: then this relay no longer leads and the call throws. */
  async move(from: Position, to: Position): Promise<void> {
    const { rowCount } = await this.pool.query('update relay.checkpoint set position = $2 where position = $1', [from, to]);
    if (!rowCount) throw new Error('Another relay has moved the checkpoint');
  }
}

/** Makes the relay begin anew, because the store whose events it has published is replaced. */
export async function forgetPublished(client: pg.ClientBase): Promise<void> {
  await client.query('update relay.checkpoint set position = null');
}

/**
 * Publishes the store's events to JetStream in global order until `signal` aborts. Killed anywhere it goes on from its
 * checkpoint, which never passes an event that JetStream has not acknowledged. Before it begins anew it empties the stream,
 * which may hold events of another store. Throws when somebody else has moved the checkpoint.
 */
export async function relay(
  store: EventStore,
  stream: EventStream,
  checkpoint: RelayCheckpoint,
  nats: NatsConnection,
  signal: AbortSignal,
): Promise<void> {
  await stream.create();
  const hint = new Hint();
  const subscription = nats.subscribe(appendedSubject, { callback: () => hint.give() });
  try {
    let published = (await checkpoint.load()) ?? (await beginAnew(stream, checkpoint));
    while (!signal.aborted) {
      const events = await store.readAll(published, batch);
      if (!events.length) {
        if ((await checkpoint.load()) !== published) throw new Error('The checkpoint of the relay was moved');
        await hint.orAfter(pause, signal);
        continue;
      }
      const outcomes = await Promise.allSettled(
        events.map((event, index) => stream.publish(event, events[index - 1]?.position ?? published)),
      );
      const failed = outcomes.findIndex(({ status }) => status === 'rejected');
      const last = failed < 0 ? events.at(-1) : events[failed - 1];
      if (last) {
        await checkpoint.move(published, last.position);
        published = last.position;
      }
      if (failed >= 0) await sleep(pause, undefined, { signal }).catch(() => {});
    }
  } finally {
    subscription.unsubscribe();
  }
}

async function beginAnew(stream: EventStream, checkpoint: RelayCheckpoint): Promise<Position> {
  await stream.purge();
  await checkpoint.begin();
  return '';
}

/** Wakes a waiting loop; a hint that comes while nobody waits counts for the next wait. */
export class Hint {
  private given = false;
  private wake: (() => void) | undefined;

  give(): void {
    this.given = true;
    this.wake?.();
  }

  async orAfter(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.given && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
        signal.addEventListener('abort', this.wake, { once: true });
      });
      if (this.wake) signal.removeEventListener('abort', this.wake);
      this.wake = undefined;
    }
    this.given = false;
  }
}
