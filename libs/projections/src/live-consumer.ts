import type { EventStore, Position } from '@riggen/event-store';
import { Hint, type PublishedEvent, type Received } from '@riggen/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { replayParked } from './replay-parked.js';
import type { MoveCheckpoint } from './checkpoint-moves.js';
import { type Checkpoint, CheckpointMoved, loadCheckpoints, type Sql, voidVersion } from './checkpoints.js';

const batch = 1_000;
/** The most events that wait for a consumer in memory. */
const most = 4 * batch;
/** How long a consumer waits for JetStream before it looks into the store itself. */
const patience = 2_000;
/** How often it looks, in milliseconds, whether parked events are to be handled again. */
const replayInterval = 1_000;

/** Who is to be handed the events of the store that concern it, in order: a projection or a reaction. */
export interface EventConsumer {
  schema: string;
  /** Its name in the table of checkpoints, which is unique in its schema. */
  name: string;
  /** The types of the events that concern it. */
  events: readonly string[];
  /**
   * Takes events that follow the checkpoint `from`, of which one at least concerns it, and moves the checkpoint to the last.
   * What it throws is tried again.
   */
  apply(events: PublishedEvent[], from: Position): Promise<void>;
  /** Handles a parked event again and takes it off the list. Throws why it could not. */
  applyParked(event: PublishedEvent): Promise<void>;
  /** Called while its checkpoint is void, because the store was replaced: makes the checkpoint good. */
  beginAnew(): Promise<void>;
}

/** Keeps one consumer up to date until `signal` aborts: with what it receives, and from the store where that left a gap. */
export class LiveConsumer {
  private received: Received[] = [];
  private readonly hint = new Hint();
  private checkpoint: Position = '';
  /** Whether the store is thought to have more than JetStream is about to bring. */
  private isBehind = true;
  private lastNews = 0;
  private lookedForReplays = 0;

  constructor(
    private readonly consumer: EventConsumer,
    private readonly sql: Sql,
    private readonly store: EventStore,
    private readonly move: MoveCheckpoint,
    private readonly onError: (error: unknown) => void,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await this.attempt(async () => {
      await this.reload();
      await this.catchUp(signal);
    }, signal);
    while (!signal.aborted) {
      await this.hint.orAfter(patience, signal);
      if (!signal.aborted) await this.attempt(() => this.step(signal), signal);
      if (performance.now() < this.lookedForReplays + replayInterval) continue;
      await this.attempt(() => replayParked(this.consumer, this.sql, this.store, signal), signal);
      this.lookedForReplays = performance.now();
    }
  }

  receive(received: Received[]): void {
    // Whoever is far behind reads from the store, which the gap makes it do, and keeps nobody else waiting.
    if (this.received.length >= most) for (const { ack } of this.received.splice(0)) ack();
    this.received.push(...received);
    this.hint.give();
  }

  private async step(signal: AbortSignal): Promise<void> {
    const received = this.received.splice(0, batch);
    if (this.received.length) this.hint.give();
    const news = received.filter(({ event }) => event.position > this.checkpoint);
    if (received.length && contiguous(news, this.checkpoint)) {
      if (news.length) await this.apply(news.map(({ event }) => event));
    } else if (received.length || this.isBehind || performance.now() >= this.lastNews + patience) {
      await this.catchUp(signal);
    } else return;
    this.lastNews = performance.now();
    for (const { ack } of received) ack();
  }

  /** Applies one batch from the store. Whatever else waits has its turn before the next: events may come without end. */
  private async catchUp(signal: AbortSignal): Promise<void> {
    const events = await this.store.readAll(this.checkpoint, batch);
    if (signal.aborted) return;
    this.isBehind = events.length === batch;
    if (!events.length) return this.requireUnmoved();
    await this.apply(events);
    if (this.isBehind) this.hint.give();
  }

  private async apply(events: PublishedEvent[]): Promise<void> {
    const { name, events: concerning } = this.consumer;
    const to = events.at(-1)!.position;
    if (events.some(({ type }) => concerning.includes(type))) await this.consumer.apply(events, this.checkpoint);
    else await this.move({ name, from: this.checkpoint, to });
    this.checkpoint = to;
  }

  /** Whoever has nothing to apply would not notice that the store was replaced. */
  private async requireUnmoved(): Promise<void> {
    const saved = await this.savedCheckpoint();
    if (saved?.position !== this.checkpoint || saved.version === voidVersion) throw new CheckpointMoved(this.consumer.name);
  }

  /** Runs one step; after a failure the checkpoint is read again and the step's events come from the store. */
  private async attempt(step: () => Promise<void>, signal: AbortSignal): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof CheckpointMoved)) {
        this.onError(error);
        await sleep(500, undefined, { signal }).catch(() => {});
      }
      this.isBehind = true;
      await this.reload().catch(async (failure: unknown) => {
        this.onError(failure);
        await sleep(500, undefined, { signal }).catch(() => {});
      });
      this.hint.give();
    }
  }

  private async reload(): Promise<void> {
    if ((await this.savedCheckpoint())?.version === voidVersion) await this.consumer.beginAnew();
    this.checkpoint = (await this.savedCheckpoint())?.position ?? '';
  }

  private async savedCheckpoint(): Promise<Checkpoint | undefined> {
    const { schema, name } = this.consumer;
    return (await loadCheckpoints(this.sql, schema)).find((checkpoint) => checkpoint.name === name);
  }
}

const contiguous = (received: Received[], after: Position): boolean =>
  received.every(({ previous }, index) => previous === (received[index - 1]?.event.position ?? after));
