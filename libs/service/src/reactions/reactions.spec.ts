import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CommandReply, type CommandFrom, caseworkerRegistered, gatheringScheduled, scheduleGathering } from '@riggen/contracts';
import { refuse } from '@riggen/event-sourcing';
import { fingerprintOf, InMemoryKeyVault, PersonalData, PostgresEventStore, type RecordedEvent } from '@riggen/event-store';
import { appendedSubject, connectNats, EventStream, relay, RelayCheckpoint } from '@riggen/messaging';
import { askForReplay, loadParked, ProjectionHost } from '@riggen/projections';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { eventually, freshDatabase, freshNats } from '../../../../tools/jest/servers.js';
import { commandSlice, type CommandSlice } from '../commands/command-slice.js';
import { runCommand } from '../commands/run-command.js';
import { copiesProjection, lookupsIn } from '../copies/copies.js';
import { reactionConsumer } from './react.js';
import { order, type Reaction, reactsTo } from './reaction.js';

const gathering = (gatheringId: string) => ({
  ...{ gatheringId, phase: 1, targetGroup: 'aftercare' as const, number: 1, startsOn: '2025-03-03', endsOn: '2025-03-04', days: 2, format: 'digital' as const },
});

describe('a reaction that has a gathering scheduled for each caseworker', () => {
  let server: Awaited<ReturnType<typeof freshNats>>;
  let nats: Awaited<ReturnType<typeof connectNats>>;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresEventStore;
  let pool: pg.Pool;
  let relaying: Promise<void>;
  let stop: AbortController;
  const hosts: ProjectionHost[] = [];
  const refusedPersons = new Set<string>();

  beforeAll(async () => {
    server = await freshNats();
    nats = await connectNats(server, 'specification');
  });
  afterAll(async () => {
    await nats.close();
    await server.stop();
  });
  beforeEach(async () => {
    database = await freshDatabase();
    store = await PostgresEventStore.open({ connectionString: database.url });
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
    const checkpoint = new RelayCheckpoint(pool);
    await checkpoint.prepare();
    await new EventStream(nats).create();
    await new EventStream(nats).purge();
    stop = new AbortController();
    relaying = relay(store, new EventStream(nats), checkpoint, nats, stop.signal);
    refusedPersons.clear();
  });
  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => host.close()));
    stop.abort();
    await relaying;
    await pool.end();
    await store.close();
    await database.drop();
  });

  const schedule = commandSlice({
    definition: scheduleGathering,
    evolution: { initialState: false, evolve: () => true },
    streamOf: ({ gatheringId }) => `gathering-${gatheringId}`,
    subject: async () => ({}),
    context: async ({ gatheringId }, { lookups, now }) => ({ now, caseworker: await lookups.find(caseworkerRegistered, gatheringId) }),
    decide: (command, isKnown, { now, caseworker }) => {
      if (refusedPersons.has(command.gatheringId)) return refuse('unknown-gathering', 'gatheringId', { id: command.gatheringId });
      if (!caseworker) throw new Error('the copy had not arrived');
      return isKnown ? [] : [gatheringScheduled(command, { occurredAt: now })];
    },
  });
  const reaction: Reaction = {
    name: 'schedule-for-caseworker',
    to: [reactsTo(caseworkerRegistered, ({ personId }) => [order(schedule, gathering(personId))])],
  };

  const personalData = new PersonalData(new InMemoryKeyVault());
  type Run = (slice: CommandSlice, request: CommandFrom) => Promise<CommandReply>;
  const start = async ({ around = (run: Run): Run => run, live = true } = {}) => {
    const projections = [copiesProjection(1, [{ event: caseworkerRegistered, ids: ({ personId }: { personId: string }) => [personId] }])];
    const host = await ProjectionHost.open({
      ...{ databaseUrl: database.url, schema: 'training', projections, store, stream: new EventStream(nats), onError: () => {} },
    });
    const run: Run = (slice, request) =>
      runCommand(slice, request, {
        ...{ store, personalData, lookups: lookupsIn(host.tables.manager), now: () => new Date().toISOString() },
        reached: (position) => host.reach(position, ['copies'], 5_000),
      });
    const consumer = await reactionConsumer(reaction, { schema: 'training', tables: host.tables, move: host.move, personalData, run: around(run) });
    hosts.push(host);
    if (live) host.start([consumer]);
    return host;
  };
  const register = async (personId: string, stream = `person-${personId}`, marking?: string) => {
    const events = await store.readStream(stream);
    const commandId = randomUUID();
    const data = { personId, role: 'contact_person', serviceId: 's', targetGroup: 'aftercare', phase: 1 } as never;
    const event = caseworkerRegistered(data, { occurredAt: '2025-03-03T08:00:00.000Z' });
    const envelope = { commandId, fingerprint: fingerprintOf(personId), correlationId: commandId, actor: { kind: 'person', id: 'p' } as const };
    const last = events.at(-1);
    const expected = { version: last?.version ?? 0, hash: last?.hash ?? '' };
    const result = await store.append({ stream, expected, events: [event], envelope: { ...envelope, ...(marking && { marking }) } });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    nats.publish(appendedSubject);
    return result.position;
  };
  const reached = (host: ProjectionHost, position: string) => host.reach(position, ['reaction.schedule-for-caseworker'], 15_000);
  /** Of the table itself: readers of the store wait for every transaction of the server. */
  const recorded = async (type: string) => {
    const { rows } = await pool.query<{ body: string }>('select body from event_store.events where type = $1 order by position', [type]);
    return rows.map(({ body }) => JSON.parse(body) as RecordedEvent);
  };
  const scheduled = () => recorded('GatheringScheduled');
  const restart = async () => {
    await Promise.all(hosts.splice(0).map((host) => host.close()));
    return start();
  };

  it('gives the command because of the event: with its cause, its correlation and its marking, by the system', async () => {
    const host = await start();
    expect(await reached(host, await register('a', 'person-a', 'synthetic'))).toBe(true);
    const [[cause], [effect]] = [await recorded('CaseworkerRegistered'), await scheduled()];
    expect(effect).toMatchObject({
      ...{ stream: 'gathering-a', causationId: cause!.id, correlationId: cause!.correlationId, marking: 'synthetic' },
      actor: { kind: 'system', id: 'reaction.schedule-for-caseworker' },
    });
  });

  it('reacts to what happened before it was there', async () => {
    const last = await register('a');
    expect(await reached(await start(), last)).toBe(true);
    expect(await scheduled()).toHaveLength(1);
  });

  it('has one effect when the service ends between the command and the checkpoint', async () => {
    let commands = 0;
    const host = await start({
      around: (run) => async (slice, request) => {
        const reply = await run(slice, request);
        commands += 1;
        if (commands === 1) throw Object.assign(new Error('the connection broke before the answer'), { code: 'ECONNRESET' });
        return reply;
      },
    });
    expect(await reached(host, await register('a'))).toBe(true);
    expect(commands).toBe(2);
    expect(await scheduled()).toHaveLength(1);
  });

  it('has one effect when all events are delivered again, whatever it now knows', async () => {
    const last = await register('a');
    await reached(await start(), last);
    await pool.query("update training.projection_checkpoints set position = '' where name like 'reaction.%'");
    const other = reaction.to[0]!;
    reaction.to[0] = reactsTo(caseworkerRegistered, ({ personId }) => [order(schedule, { ...gathering(personId), number: 9 })]);
    expect(await reached(await restart(), last)).toBe(true);
    reaction.to[0] = other;
    expect(await scheduled()).toMatchObject([{ data: { number: 1 } }]);
    expect(await loadParked(hosts[0]!.tables, 'training')).toEqual([]);
  });

  it('parks an event whose command is refused, and what follows it in its stream, and goes on with the others', async () => {
    refusedPersons.add('refused');
    const host = await start();
    await register('refused', 'ill');
    await register('well');
    expect(await reached(host, await register('behind', 'ill'))).toBe(true);
    expect((await scheduled()).map(({ stream }) => stream)).toEqual(['gathering-well']);
    const parked = await loadParked(host.tables, 'training');
    expect(parked).toMatchObject([
      { projection: 'reaction.schedule-for-caseworker', stream: 'ill', reason: expect.stringContaining('training refused schedule-gathering: ') },
      { stream: 'ill', reason: 'waits behind an earlier event of its stream' },
    ]);
    const status = await eventually(() => host.status(), (all) => all.every(({ lagSeconds }) => lagSeconds === 0));
    expect(status.find(({ name }) => name === 'training.reaction.schedule-for-caseworker')).toMatchObject({ parked: 2 });

    refusedPersons.clear(); // what was wrong is mended
    expect(await askForReplay(host.tables, 'training', 'reaction.schedule-for-caseworker')).toBe(2);
    await eventually(() => loadParked(host.tables, 'training'), ({ length }) => length === 0);
    expect((await scheduled()).map(({ stream }) => stream)).toEqual(['gathering-well', 'gathering-refused', 'gathering-behind']);
  });
});
