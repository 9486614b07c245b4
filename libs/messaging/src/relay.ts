import { beginning, type EventStore, type Position } from '@riggen/event-store';
import type { NatsConnection } from '@nats-io/transport-node';
import pg from 'pg';
import { EventStream } from './event-stream.js';

const batch = 500;
const pause = 200;
/** A hint, sent after an append, that the store has something new. Losing it costs a pause. */
export const appendedSubject = 'riggen.appended';

/**
 * How far the relay has published. `epoch` counts how often the store was replaced; `position` is missing when what JetStream
 * holds is of an earlier epoch.
 */
interface Published {
  epoch: number;
  position?: Position;
}

/** What the relay has published up to, in the database of the store. */
export class RelayCheckpoint {
  constructor(private readonly pool: pg.Pool) {}

  async prepare(): Promise<void> {
    await this.pool.query(`begin; select pg_advisory_xact_lock(hashtext('riggen.relay.schema'));
      create schema if not exists relay;
      create table if not exists relay.checkpoint (id integer primary key default 1 check (id = 1), position text);
      alter table relay.checkpoint alter column position drop not null, add column if not exists epoch integer not null default 1;
      insert into relay.checkpoint default values on conflict do nothing; commit;`);
  }

  async load(): Promise<Published> {
    const { rows } = await this.pool.query<{ epoch: number; position: Position | null }>('select epoch, position from relay.checkpoint');
    const { epoch, position } = rows[0]!;
    return { epoch, ...(position !== null && { position }) };
  }

  /**
   * Moves the checkpoint, unless somebody else has moved it: then this relay no longer leads and the call throws. Does not wait
   * for the disk: after a crash some events are published again.
   */
  async move({ epoch, position }: Published, to: Position): Promise<void> {
    const { rowCount } = await this.pool.query({
      name: 'move',
      text: `update relay.checkpoint set position = $3 where epoch = $1 and position is not distinct from $2
       returning set_config('synchronous_commit', 'off', true)`,
      values: [epoch, position, to],
    });
    if (!rowCount) throw new Error('Another relay has moved the checkpoint');
  }
}

/** Makes the relay begin anew, because the store whose events it has published is replaced. */
export async function forgetPublished(client: pg.ClientBase): Promise<void> {
  await client.query('update relay.checkpoint set epoch = epoch + 1, position = null');
}

/**
 * Publishes the store's events to JetStream in global order until `signal` aborts. Killed anywhere it goes on from its
 * checkpoint, which never passes an event that JetStream has not acknowledged. Before it begins anew it empties the stream,
 * which may hold events of another store. Throws when somebody else has moved the checkpoint, and when JetStream does not take
 * an event: whoever leads next begins by making sure that there is a stream.
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
    const { epoch, position } = await checkpoint.load();
    let published = position ?? (await beginAnew(epoch, stream, checkpoint));
    let moving = Promise.resolve(); // the checkpoint's last move: the next events are read and published meanwhile
    while (!signal.aborted) {
      const events = await store.readAll(published, batch);
      if (!events.length) {
        await moving;
        const now = await checkpoint.load();
        if (now.epoch !== epoch || now.position !== published) throw new Error('Another relay, or a restore, has moved the checkpoint');
        await hint.orAfter(pause, signal);
        continue;
      }
      const outcomes = await Promise.allSettled(
        events.map((event, index) => stream.publish(event, events[index - 1]?.position ?? published, epoch)),
      );
      await moving;
      const failed = outcomes.findIndex(({ status }) => status === 'rejected');
      const last = failed < 0 ? events.at(-1) : events[failed - 1];
      if (last) {
        moving = checkpoint.move({ epoch, position: published }, last.position);
        moving.catch(() => {}); // thrown where it is waited for
        published = last.position;
      }
      if (failed < 0) continue;
      await moving;
      throw (outcomes[failed] as PromiseRejectedResult).reason;
    }
    await moving;
  } finally {
    subscription.unsubscribe();
  }
}

async function beginAnew(epoch: number, stream: EventStream, checkpoint: RelayCheckpoint): Promise<Position> {
  await stream.purge();
  await checkpoint.move({ epoch }, beginning);
  return beginning;
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
