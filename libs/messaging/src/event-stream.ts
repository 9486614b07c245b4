import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager, JetStreamApiError, type JsMsg } from '@nats-io/jetstream';
import { headers, nanos, type NatsConnection } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventSubject, eventSubjects, fromCloudEvent, toCloudEvent, type Delivery } from './published-event.js';
import type { Position, RecordedEvent } from '@riggen/event-store';

const streamName = 'RIGGEN_EVENTS';
const day = 24 * 60 * 60 * 1000;

/** A delivered event and what tells the server that it was taken care of. */
export interface Received extends Delivery {
  ack(): void;
}

/**
 * The JetStream stream that carries events from the relay to projections and reactions. The store is the truth: the stream
 * keeps a week, and whoever misses something reads it from the store.
 */
export class EventStream {
  private readonly client;

  constructor(private readonly nats: NatsConnection) {
    this.client = jetstream(nats);
  }

  /** Creates the stream where it is missing. */
  async create(): Promise<void> {
    const manager = await jetstreamManager(this.nats);
    try {
      await manager.streams.info(streamName);
    } catch (error) {
      if (!(error instanceof JetStreamApiError)) throw error;
      await manager.streams.add({ name: streamName, subjects: [eventSubjects], max_age: nanos(7 * day) });
    }
  }

  /** Removes all events from the stream. Consumers go on with what comes. */
  async purge(): Promise<void> {
    await (await jetstreamManager(this.nats)).streams.purge(streamName);
  }

  /** Publishes one event; the server drops a repetition in the same epoch of the store. Resolves when the server has it on disk. */
  async publish(event: RecordedEvent, previous: Position, epoch: number): Promise<void> {
    const header = headers();
    header.set('content-type', 'application/cloudevents+json');
    const body = JSON.stringify(toCloudEvent(event, previous));
    // With the epoch, because the server knows ids for two minutes, a purge between or not, and a restored event is published anew.
    await this.client.publish(eventSubject(event), body, { msgID: `${event.id} ${epoch}`, headers: header });
  }

  /**
   * Hands every event to `receive` in the order of the stream, from where the durable consumer stands, until `signal` aborts.
   * Opens the consumer anew after any failure.
   */
  async consume(durable: string, receive: (received: Received) => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.create();
        const manager = await jetstreamManager(this.nats);
        await manager.consumers.add(streamName, {
          durable_name: durable,
          ack_policy: AckPolicy.Explicit,
          deliver_policy: DeliverPolicy.All,
          ack_wait: nanos(30_000),
          max_ack_pending: 10_000,
        });
        const consumer = await this.client.consumers.get(streamName, durable);
        // It ends when stream or consumer are gone, and the next turn makes them anew; by itself it would wait for ever.
        const messages = await consumer.consume({ max_messages: 1_000, expires: 10_000, abort_on_missing_resource: true });
        const stop = () => messages.stop();
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted) stop();
        for await (const message of messages) receive(receivedOf(message));
        signal.removeEventListener('abort', stop);
      } catch {
        // NATS is away or the stream was removed: readers catch up from the store meanwhile.
      }
      if (!signal.aborted) await sleep(1_000, undefined, { signal }).catch(() => {});
    }
  }
}

const receivedOf = (message: JsMsg): Received => ({ ...fromCloudEvent(message.json()), ack: () => message.ack() });
