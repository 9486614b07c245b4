import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, defineCommand, defineEvent, gatheringScheduled } from '@riggen/contracts';
import { type Decision, type DomainEvent, type Evolution, refuse } from '@riggen/event-sourcing';
import { type AppendRequest, type AppendResult, emptyStream, InMemoryEventStore, InMemoryKeyVault, PersonalData, StoreOverloaded } from '@riggen/event-store';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { z } from 'zod';
import { ServiceHost } from '../service-host.js';
import { commandSlice } from './command-slice.js';
import { runCommand } from './run-command.js';

const definition = defineCommand({ service: 'training', name: 'schedule-gathering', summary: 'Try a decision', schema: z.object({ number: z.int() }) });
const caller = { kind: 'program', id: 'p', grants: [{ role: 'national_team', unit: { level: 'nation' } }] } as Caller;
const occurred = { occurredAt: '2025-03-03T08:00:00.000Z' };
const scheduled = (number: number): DomainEvent =>
  gatheringScheduled(
    { gatheringId: 'G1', phase: 1, targetGroup: 'aftercare', number, startsOn: '2025-03-03', endsOn: '2025-03-04', days: 2, format: 'physical' },
    occurred,
  );
const unpublished = defineEvent({ service: 'training', type: 'NeverPublished', schemaVersion: 1, summary: 'Nobody knows', schema: z.object({}) });

/** The state is the numbers of the stream's gatherings; the decision is what the test says. */
const numbers: Evolution<number[], DomainEvent> = {
  initialState: [],
  evolve: (state, { data }) => [...state, (data as { number: number }).number],
};
const sliceThat = (decide: (number: number, state: number[]) => Decision<DomainEvent>) =>
  commandSlice({
    ...{ definition, evolution: numbers, streamOf: () => 'gathering-G1', subject: async () => ({}), context: async () => ({}) },
    decide: ({ number }, state) => decide(number, state),
  });

const request = (number: number, commandId: string = randomUUID()) => ({
  ...{ commandId, correlationId: 'c1', caller, language: 'en' as const },
  command: { number },
});

describe('running a command', () => {
  let store: InMemoryEventStore;
  const run = (slice: ReturnType<typeof sliceThat>, asked: ReturnType<typeof request>) =>
    runCommand(slice, asked, { store, personalData, lookups: { find: async () => undefined, list: async () => [], row: async () => undefined }, reached: async () => true, now: () => occurred.occurredAt });
  const personalData = new PersonalData(new InMemoryKeyVault());
  const stored = async () => (await store.readStream('gathering-G1')).map(({ data }) => (data as { number: number }).number);
  const schedule = sliceThat((number) => [scheduled(number)]);

  beforeEach(() => {
    store = new InMemoryEventStore();
  });

  it('appends what was decided on the state of the stream', async () => {
    await run(schedule, request(1));
    const next = sliceThat((_, state) => [scheduled(Math.max(...state) + 1)]);
    expect(await run(next, request(0))).toMatchObject({ outcome: 'accepted', position: await store.lastPosition() });
    expect(await stored()).toEqual([1, 2]);
  });

  it('writes nothing when it is refused, already so, or asked in the wrong form', async () => {
    expect(await run(sliceThat(() => refuse('not-found')), request(1))).toMatchObject({ outcome: 'refused', problem: { status: 404, correlationId: 'c1' } });
    expect(await run(sliceThat(() => []), request(1))).toEqual({ outcome: 'unchanged' });
    expect(await run(schedule, request(1.5))).toMatchObject({ outcome: 'refused', problem: { status: 400 } });
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['of a type that nobody has published', unpublished({}, occurred), 'No service has published NeverPublished version 1'],
    ['of a version that nobody has published', { ...scheduled(2), schemaVersion: 2 }, 'No service has published GatheringScheduled version 2'],
    ['whose data do not fit their schema', { ...scheduled(2), data: { gatheringId: 'G1' } }, 'expected'],
  ])('writes nothing of a command that leads to an event %s', async (_, wrong, message) => {
    await expect(run(sliceThat(() => [scheduled(1), wrong]), request(1))).rejects.toThrow(message);
    expect(await store.size()).toBe(0);
  });

  it('has one effect for the same id and content, and refuses other content under it', async () => {
    const asked = request(1);
    await run(schedule, asked);
    expect(await run(schedule, asked)).toMatchObject({ outcome: 'unchanged', position: await store.lastPosition() });
    expect(await run(schedule, { ...asked, command: { number: 2 } })).toMatchObject({ outcome: 'refused', problem: { reason: 'command-id-reused' } });
    expect(await stored()).toEqual([1]);
  });

  it('decides anew when somebody else was first', async () => {
    const next = sliceThat((_, state) => [scheduled(state.length + 1)]);
    const replies = await Promise.all(Array.from({ length: 8 }, () => run(next, request(0))));
    expect(replies.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 8 }, () => 'accepted'));
    expect(await stored()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('decides on nothing that is newer than it can read', async () => {
    const envelope = { commandId: randomUUID(), fingerprint: 'f', correlationId: 'c', actor: { kind: 'system', id: 's' } as const };
    await store.append({ stream: 'gathering-G1', expected: emptyStream, events: [{ ...scheduled(1), schemaVersion: 99 }], envelope });
    await expect(run(schedule, request(2))).rejects.toThrow('newer than this program');
  });

  it('is told to come back when the store takes no more', async () => {
    class FullStore extends InMemoryEventStore {
      override async append(_: AppendRequest): Promise<AppendResult> {
        throw new StoreOverloaded('20000 commands are waiting to be written');
      }
    }
    const tables = { tables: { manager: {} } };
    const host = new ServiceHost(new FullStore(), personalData, tables as never, {} as never, pino({ enabled: false }), 'key', {} as never);
    expect(await host.command(schedule, request(1))).toMatchObject({ outcome: 'refused', problem: { status: 503, reason: 'service-unavailable', retryable: true } });
  });
});
