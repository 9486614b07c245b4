import type { EventStore, Position } from '@riggen/event-store';
import { Hint, type EventStream, type PublishedEvent, type Received } from '@riggen/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyBatch, type ProjectionTarget } from './apply-batch.js';
import { type Checkpoint, CheckpointMoved, loadCheckpoints, voidVersion } from './checkpoints.js';

const batch = 1_000;
/** How long it gathers events that come one by one, in milliseconds: one transaction for many. */
const gathering = 4;
/** How long a projection waits for JetStream before it looks into the store itself. */
const patience = 2_000;

/** Keeps one projection up to date until `signal` aborts: from JetStream, and from the store where JetStream left a gap. */
export class LiveProjection {
  private received: Received[] = [];
  private readonly hint = new Hint();
  private checkpoint: Position = '';

  constructor(
    private readonly target: ProjectionTarget,
    private readonly store: EventStore,
    private readonly stream: EventStream,
    /** Builds the read model anew, if it is still void. */
    private readonly rebuild: () => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { schema, projection } = this.target;
    const consuming = this.stream.consume(`${schema}-${projection.name}`, (received) => this.receive(received), signal);
    await this.reload();
    await this.attempt(() => this.catchUp(signal), signal);
    while (!signal.aborted) {
      await this.hint.orAfter(patience, signal);
      await sleep(gathering);
      if (!signal.aborted) await this.attempt(() => this.step(signal), signal);
    }
    await consuming;
  }

  private receive(received: Received): void {
    this.received.push(received);
    this.hint.give();
  }

  private async step(signal: AbortSignal): Promise<void> {
    const received = this.received.splice(0, batch);
    if (this.received.length) this.hint.give();
    const news = received.filter(({ event }) => event.position > this.checkpoint);
    if (received.length && contiguous(news, this.checkpoint)) {
      if (news.length) await this.apply(news.map(({ event }) => event));
    } else {
      await this.catchUp(signal);
    }
    for (const { ack } of received) ack();
  }

  private async catchUp(signal: AbortSignal): Promise<void> {
    for (;;) {
      const events = await this.store.readAll(this.checkpoint, batch);
      if (signal.aborted) return;
      if (!events.length) return this.requireUnmoved();
      await this.apply(events);
    }
  }

  private async apply(events: PublishedEvent[]): Promise<void> {
    this.checkpoint = await applyBatch(this.target, events, this.checkpoint);
  }

  /** Whoever has nothing to apply would not notice that the store was replaced. */
  private async requireUnmoved(): Promise<void> {
    const saved = await this.savedCheckpoint();
    if (saved?.position !== this.checkpoint || saved.version === voidVersion) throw new CheckpointMoved(this.target.projection.name);
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
      await this.reload().catch(async (failure: unknown) => {
        this.onError(failure);
        await sleep(500, undefined, { signal }).catch(() => {});
      });
      this.hint.give();
    }
  }

  private async reload(): Promise<void> {
    if ((await this.savedCheckpoint())?.version === voidVersion) await this.rebuild();
    this.checkpoint = (await this.savedCheckpoint())?.position ?? '';
  }

  private async savedCheckpoint(): Promise<Checkpoint | undefined> {
    const { dataSource, schema, projection } = this.target;
    return (await loadCheckpoints(dataSource, schema)).find(({ name }) => name === projection.name);
  }
}

const contiguous = (received: Received[], after: Position): boolean =>
  received.every(({ previous }, index) => previous === (received[index - 1]?.event.position ?? after));
