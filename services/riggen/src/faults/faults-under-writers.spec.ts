import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { registerCaseworker } from '@riggen/contracts';
import { connectNats } from '@riggen/messaging';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../../../tools/jest/servers.js';
import { processesWorkingIn } from '../embedded/processes.js';
import { faultsOf } from './aftermath.fixture.js';
import { drawnFaults, inForm } from './form.fixture.js';
import { Plant } from './plant.fixture.js';
import { cutAfterCommit } from './tcp-proxy.fixture.js';
import { Writers } from './writers.fixture.js';

const patience = inForm(240_000, 3_600_000);

describe('under 16 concurrent writers nothing is lost or doubled, and nothing is stuck, when', () => {
  const draw = drawnFaults();
  let plant: Plant;
  let writers: Writers;

  beforeAll(async () => {
    plant = await Plant.start();
    writers = new Writers(plant, draw);
    await writers.prepare();
  }, 180_000);
  afterAll(async () => {
    await writers?.close();
    await plant?.stop();
  }, 180_000);

  /** Has the writers write during the faults, and a little before and after; then looks at what is there. */
  const underWriters = async (faults: () => Promise<void>) => {
    const before = writers.sent.length;
    const answered = (count: number) => eventually(async () => writers.sent.length, (now) => now >= count, 60_000);
    writers.start(16);
    await answered(before + 32);
    await faults();
    await plant.whenReady();
    await answered(writers.sent.length + 32);
    await writers.stop();
    expect(await faultsOf(plant, writers.sent)).toEqual([]);
    expect(plant.endedByThemselves).toEqual([]);
  };
  /** How many caseworkers a read model knows. */
  const copied = async (id: string): Promise<number> =>
    (await plant.pool.query(`select from training.copies where event = 'CaseworkerRegistered' and id = $1`, [id])).rowCount!;

  it('services, relay, projectors, NATS and PostgreSQL are killed at random moments', async () => {
    const kills: Record<string, () => Promise<void> | void> = {
      'a service': () => plant.killOneOf(draw.among(['rollout', 'training'])),
      'the relay': () => plant.killLeaderOf('relay'),
      'a projector': () => plant.killLeaderOf(`projections.${draw.among(['dashboards', 'training'])}`),
      NATS: () => plant.killNats(),
      PostgreSQL: () => plant.killPostgres(),
    };
    await underWriters(async () => {
      for (let round = 0; round < inForm(1, 20); round += 1) {
        const victims = Object.keys(kills).map((victim) => ({ victim, place: draw.fraction() }));
        for (const { victim } of victims.sort((a, b) => a.place - b.place)) {
          await sleep(200 + draw.upTo(1_500));
          process.stdout.write(`${victim} is killed; ${writers.sent.length} commands have been answered\n`);
          await kills[victim]!();
          // Otherwise the next blow falls before the system has recovered.
          if (draw.is(0.3)) await plant.whenReady();
        }
      }
    });
    const outcomes = new Set(writers.sent.map(({ outcome }) => outcome));
    expect([...outcomes].sort()).toEqual(['accepted', 'refused', 'unchanged']);
  }, patience);

  it('connections to PostgreSQL are cut after the commit and before the answer', async () => {
    const cuts: string[] = [];
    await underWriters(async () => {
      plant.toPostgres.cutsBefore = cutAfterCommit(() => draw.is(0.1), (tag) => cuts.push(tag));
      await eventually(async () => cuts.filter((tag) => tag.startsWith('INSERT')).length, (inserts) => inserts >= inForm(10, 1_000), patience / 2);
      plant.toPostgres.cutsBefore = () => false;
    });
    // Appends, and the checkpoints of projections and of the relay.
    expect(new Set(cuts.map((tag) => tag.split(' ')[0]))).toEqual(new Set(['INSERT', 'COMMIT', 'UPDATE']));
  }, patience);

  it('NATS cannot be reached, first in silence, then refusing; read models go on from the store meanwhile', async () => {
    await underWriters(async () => {
      for (const way of ['dark', 'refused'] as const) {
        plant.toNats.set(way);
        const personId = randomUUID();
        await appendDirectly(personId);
        expect(await eventually(() => copied(personId), (count) => count === 1, 30_000)).toBe(1);
        await sleep(inForm(2_000, 30_000));
      }
      plant.toNats.set('open');
    });
  }, patience);

  it('JetStream loses its stream, and then a consumer', async () => {
    const nats = await connectNats(plant.natsAddress, 'specification');
    const manager = await jetstreamManager(nats);
    const consumers = async () => {
      const infos = await manager.consumers.list('RIGGEN_EVENTS').next().catch(() => []);
      return new Set(infos.map(({ name }) => name));
    };
    const before = await consumers();
    await underWriters(async () => {
      await manager.streams.delete('RIGGEN_EVENTS');
      expect(await eventually(consumers, (now) => now.size === before.size, 60_000)).toEqual(before);
      await manager.consumers.delete('RIGGEN_EVENTS', 'training');
      expect(await eventually(consumers, (now) => now.size === before.size, 60_000)).toEqual(before);
    });
    await nats.close();
  }, patience);

  it('PostgreSQL takes connections and says nothing: services answer all the same, and what is sent again is there once', async () => {
    const [commandId, command] = [randomUUID(), caseworker(randomUUID())];
    await underWriters(async () => {
      const held = processesWorkingIn(plant.postgresDirectory, 'postgres');
      for (const { pid } of held) process.kill(pid, 'SIGSTOP');
      try {
        const asked = performance.now();
        const reply = await writers.sendOnce(registerCaseworker, command, commandId, 60_000);
        expect(reply).toMatchObject({ outcome: 'refused', problem: { reason: 'service-unavailable', retryable: true } });
        // It waits for a connection that others hold, and then for an answer: nine seconds each at most.
        expect(performance.now() - asked).toBeLessThan(30_000);
        await sleep(inForm(0, 60_000));
      } finally {
        for (const { pid } of held) process.kill(pid, 'SIGCONT');
      }
      expect(await writers.send(registerCaseworker, command, { commandId })).toMatchObject({ outcome: expect.stringMatching('accepted|unchanged') });
    });
  }, patience);

  // A disk cannot be slowed down without a device of one's own: PostgreSQL itself waits before each flush, and is held at times.
  it('each flush to disk takes a tenth of a second, and now and then everything stands still', async () => {
    const flushes = async (microseconds: number) => {
      for (const setting of [`commit_delay = ${microseconds}`, 'commit_siblings = 0']) await plant.pool.query(`alter system set ${setting}`);
      await plant.pool.query('select pg_reload_conf()');
    };
    await underWriters(async () => {
      await flushes(100_000);
      for (let time = 0; time < inForm(1, 20); time += 1) {
        await sleep(1_000 + draw.upTo(1_000));
        const processes = processesWorkingIn(plant.postgresDirectory, 'postgres');
        expect(processes.length).toBeGreaterThan(5);
        for (const { pid } of processes) process.kill(pid, 'SIGSTOP');
        await sleep(1_000 + draw.upTo(inForm(2_000, 20_000)));
        for (const { pid } of processes) process.kill(pid, 'SIGCONT');
      }
      await flushes(0);
    });
  }, patience);

  it('the clock of the services jumps a day ahead, two days back, and right again', async () => {
    await underWriters(async () => {
      for (let jump = 0; jump < 3 * inForm(1, 20); jump += 1) {
        for (const service of ['training', 'rollout', 'dashboards']) plant.signal(service, 'SIGUSR2');
        const before = writers.sent.length;
        await eventually(async () => writers.sent.length, (now) => now >= before + 16, 60_000);
      }
    });
    const { rows } = await plant.pool.query<{ days: number }>(
      `select distinct round(extract(epoch from recorded_at - now()) / 86400)::int as days from event_store.events order by days`,
    );
    expect(rows.map(({ days }) => days)).toEqual([-1, 0, 1]);
  }, patience);

  it('a read model cannot apply an event: it is parked, other streams go on, and after the fix it is replayed', async () => {
    const [poisoned, ordinary] = [randomUUID(), randomUUID()];
    await plant.pool.query(`alter table training.copies add constraint poison check (id <> '${poisoned}')`);
    await underWriters(async () => {
      for (const personId of [poisoned, ordinary]) await registered(personId);
      await eventually(() => copied(ordinary), (count) => count === 1, 60_000);
      const { stdout } = await eventually(() => plant.riggen('parked'), (parked) => parked.stdout !== '', 60_000);
      expect(stdout).toMatch(/^training\.copies \S+Z \S+ CaseworkerRegistered \S+: error: database error 23514.*\n$/);
      const unmended = await plant.riggen('replay', 'training.copies');
      expect(unmended).toEqual({ status: 1, stdout: 'replayed 0, still parked 1\n' });
      await plant.pool.query('alter table training.copies drop constraint poison');
      expect(await plant.riggen('replay', 'training.copies')).toEqual({ status: 0, stdout: 'replayed 1, still parked 0\n' });
      expect(await copied(poisoned)).toBe(1);
    });
  }, patience);

  const caseworker = (personId: string) => ({ personId, serviceId: 'p01', targetGroup: 'aftercare', phase: 1 });
  const registered = (personId: string) => writers.send(registerCaseworker, caseworker(personId));
  /** Appends to the store past NATS, as a service does whose NATS is away after the command has come in. */
  const appendDirectly = async (personId: string) => {
    const commandId = randomUUID();
    const event = { type: 'CaseworkerRegistered', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {}, data: caseworker(personId) };
    const envelope = { commandId, fingerprint: 'f', correlationId: commandId, actor: { kind: 'program', id: 'specification' } as const };
    await plant.store.append({ stream: `direct-${personId}`, expected: { version: 0, hash: '' }, events: [event], envelope });
    writers.sent.push({ commandId, command: caseworker(personId), outcome: 'accepted' });
  };
});
