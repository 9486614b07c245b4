import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventStoreContract } from '../event-store.contract.js';
import { type AppendRequest, emptyStream, type EventStore, headOf, StoreUnavailable } from '../event-store.js';
import { KurrentDbEventStore } from './kurrentdb-event-store.js';
import { KurrentDbImitation } from './kurrentdb-imitation.fixture.js';

const request = (stream: string, commandId: string = randomUUID()): AppendRequest => ({
  stream,
  expected: emptyStream,
  events: ['a', 'b'].map((note) => ({
    ...{ type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {} },
    data: { note },
  })),
  envelope: { commandId, fingerprint: 'f', correlationId: randomUUID(), actor: { kind: 'system', id: 'specification' } },
});

eventStoreContract("KurrentDbEventStore, through KurrentDB's client, on an imitation of the server", async () => {
  const server = await KurrentDbImitation.start();
  const store = await KurrentDbEventStore.open({ url: server.url });
  const close = async () => {
    await store.close();
    server.stop();
  };
  return { store, close };
});

describe('the event store on a KurrentDB that fails', () => {
  let server: KurrentDbImitation;
  let store: EventStore;
  let stream: string;

  beforeAll(async () => {
    server = await KurrentDbImitation.start();
    store = await KurrentDbEventStore.open({ url: server.url });
  });
  afterEach(() => {
    server.visibleAfter = 0;
  });
  afterAll(async () => {
    await store.close();
    server.stop();
  });

  it.each(['answer', 'request'] as const)('has one effect when the %s of an append is lost', async (lost) => {
    stream = `lost-${randomUUID()}`;
    server.loseNext = lost;
    const result = await store.append(request(stream));
    const events = await store.readStream(stream);
    expect(result).toEqual({ outcome: 'appended', head: headOf(events), position: events.at(-1)!.position });
    expect(events).toHaveLength(2);
  });

  it('tells a duplicate of a command that is still being written', async () => {
    stream = `slow-${randomUUID()}`;
    server.visibleAfter = 60;
    const commandId = randomUUID();
    const results = await Promise.all([store.append(request(stream, commandId)), store.append(request(`${stream}-other`, commandId))]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'duplicate']);
  });

  it("leaves out what the server writes for itself, also at the log's end", async () => {
    stream = `among-${randomUUID()}`;
    const before = await store.lastPosition();
    await store.append(request(stream));
    server.logSystemEvent();
    expect((await store.readAll(before, 10)).map((event) => event.stream)).toEqual([stream, stream]);
    expect(await store.lastPosition()).toBe((await store.readStream(stream)).at(-1)!.position);
  });

  it('says that the store is away, and works when it is back', async () => {
    server.stop();
    await expect(store.readAll('', 10)).rejects.toThrow(StoreUnavailable);
    await expect(store.append(request(`away-${randomUUID()}`))).rejects.toThrow(StoreUnavailable);
    await server.listen();
    stream = `back-${randomUUID()}`;
    expect(await store.append(request(stream))).toMatchObject({ outcome: 'appended' });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('refuses streams whose events a read of the log would leave out', async () => {
    await expect(store.append(request('$settings'))).rejects.toThrow('reserved');
    await expect(store.append(request('command-1'))).rejects.toThrow('reserved');
  });

  it('says that a text is no position of the store', async () => {
    await expect(store.readAll('0000000000000001-000000000001', 1)).rejects.toThrow('is not a position of this store');
  });
});
