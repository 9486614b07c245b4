import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Caller,
  type CommandDefinition,
  type CommandReply,
  correctSessionAttendance,
  type DomainEvent,
  getSupervisionGroups,
  getSupervisionSessions,
  type Grant,
  logSession,
  positionOpened,
  type QueryDefinition,
  recordSessionAttendance,
  serviceUnitChanged,
  serviceUnitRegistered,
} from '@riggen/contracts';
import { type EventStore, fingerprintOf, headOf, openEventStore } from '@riggen/event-store';
import { ServiceClient, signCaller } from '@riggen/messaging';
import { startService } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { freshDatabase, freshNats } from '../../../tools/jest/servers.js';
import { supervision } from './index.js';

const at = { occurredAt: '2026-01-01T08:00:00.000Z', organisation: { service: 'p1', region: 'sor' } };
const leader: Grant = { role: 'local_leader', unit: { level: 'service', service: 'p1', region: 'sor' } };
const ofRegion = (region: 'sor' | 'vest'): Grant => ({ role: 'regional_team', unit: { level: 'region', region } });
const ofGroup: Grant = { role: 'local_supervisor', unit: { level: 'group', group: 'p1-2', service: 'p1', region: 'sor' } };
const national: Grant = { role: 'national_team', unit: { level: 'nation' } };

describe('the supervision of a service', () => {
  let stop: () => Promise<void>;
  let store: EventStore;
  let client: ServiceClient;
  let sign: (grant: Grant) => string;
  let position = '';

  beforeAll(async () => {
    const [database, nats] = [await freshDatabase(), await freshNats()];
    const configuration = { databaseUrl: database.url, natsUrl: nats.natsUrl, natsToken: nats.natsToken, port: 0, callerKey: 'a key of the specification, long enough', personKeys: { databaseUrl: database.url, masterKey: 'ab'.repeat(32) } };
    const service = await startService(supervision, configuration, { http: false });
    store = await openEventStore(configuration);
    client = new ServiceClient(configuration, 'specification', 30_000);
    await client.connect();
    sign = (grant) => signCaller(configuration.callerKey, { kind: 'person', id: 'somebody', grants: [grant] } satisfies Caller, 3_600);
    stop = async () => {
      await client.close();
      await service.stop();
      await store.close();
      await database.drop();
      await nats.stop();
    };
    await happened('serviceUnit-p1', serviceUnitRegistered({ serviceId: 'p1', name: 'Tjeneste 1', kind: 'municipal', municipalityNumbers: ['4003'], region: 'sor' }, at));
    for (const [personId, from] of [['K1', '2026-01-01'], ['K2', '2026-01-01'], ['K3', '2026-06-01']] as const) {
      await happened('serviceUnit-p1', positionOpened({ positionId: personId, serviceId: 'p1', personId, role: 'caseworker', from }, at));
    }
  }, 120_000);
  afterAll(() => stop(), 60_000);

  it('is logged with who attended of those employed on the day, and counted as the streams have it', async () => {
    expect(await send(logSession, session('S1', 'p1-1', '2026-03-02', ['K1', 'K2']), leader)).toMatchObject({ outcome: 'accepted' });
    expect(await send(logSession, session('S1', 'p1-1', '2026-03-02', ['K1', 'K2']), leader)).toMatchObject({ outcome: 'unchanged' });
    expect(await send(logSession, session('S2', 'p1-1', '2026-03-16', ['K1', 'K3']), leader)).toMatchObject({ problem: { reason: 'unknown-in-service', errors: [{ pointer: '#/attendance/1/personId' }] } });
    expect(await send(logSession, session('S2', 'p1-1', '2026-06-15', ['K1', 'K3']), leader)).toMatchObject({ outcome: 'accepted' });
    expect(await send(logSession, session('S3', 'p1-2', '2026-05-04', ['K2']), leader)).toMatchObject({ outcome: 'accepted' });
    expect(await send(recordSessionAttendance, { sessionId: 'S3', personId: 'K1', status: 'partial' }, leader)).toMatchObject({ outcome: 'accepted' });
    expect(await send(correctSessionAttendance, { sessionId: 'S2', personId: 'K1', status: 'absent', reason: 'Var på kurs' }, leader)).toMatchObject({ outcome: 'accepted' });

    const { items, total } = (await ask(getSupervisionSessions, { serviceId: 'p1', size: 2 }, leader))!;
    expect([total, items.map(({ sessionId }) => sessionId)]).toEqual([3, ['S2', 'S3']]);
    expect(items[0]!.attendance).toContainEqual({ personId: 'K1', status: 'absent', correctedFor: 'Var på kurs' });
    const all = (await ask(getSupervisionSessions, { serviceId: 'p1' }, leader))!.items;
    expect(Object.fromEntries(all.flatMap(({ sessionId, attendance }) => attendance.map(({ personId, status }) => [`${sessionId} ${personId}`, status])))).toEqual(await attendanceInStreams());
    expect((await ask(getSupervisionGroups, { serviceId: 'p1' }, leader))!.items).toMatchObject([
      { groupId: 'p1-1', sessions: 2, lastHeldOn: '2026-06-15', nextNumber: 8, members: expect.arrayContaining(['K1', 'K3']) },
      { groupId: 'p1-2', sessions: 1, lastHeldOn: '2026-05-04', members: expect.arrayContaining(['K1', 'K2']) },
    ]);
  }, 60_000);

  it('is seen by its group, its service and the region that has it now, and not by the nation', async () => {
    const seen = async (grant: Grant, groupId?: string) => (await ask(getSupervisionSessions, { serviceId: 'p1', ...(groupId && { groupId }) }, grant))?.total;
    expect([await seen(ofGroup, 'p1-2'), await seen(ofGroup, 'p1-1'), await seen(ofGroup), await seen(national)]).toEqual([1, undefined, undefined, undefined]);
    expect([await seen(ofRegion('sor')), await seen(ofRegion('vest'))]).toEqual([3, undefined]);
    await happened('serviceUnit-p1', serviceUnitChanged({ serviceId: 'p1', from: '2026-07-01', name: 'Tjeneste 1', kind: 'municipal', municipalityNumbers: ['4003'], region: 'vest' }, at));
    expect([await seen(ofRegion('sor')), await seen(ofRegion('vest'))]).toEqual([undefined, 3]);
    const correction = { sessionId: 'S1', personId: 'K2', status: 'absent', reason: 'Var syk' } as const;
    expect(await send(correctSessionAttendance, correction, ofRegion('sor'))).toMatchObject({ problem: { reason: 'not-permitted' } });
    expect(await send(correctSessionAttendance, { ...correction, sessionId: 'S9' }, ofRegion('vest'))).toMatchObject({ problem: { reason: 'not-permitted' } });
    expect(await send(correctSessionAttendance, correction, ofRegion('vest'))).toMatchObject({ outcome: 'accepted' });
  }, 60_000);

  const session = (sessionId: string, groupId: string, heldOn: string, people: string[]): z.input<typeof logSession.schema> => ({
    ...{ sessionId, groupId, heldOn, serviceId: 'p1', targetGroup: 'child_4_12', number: 7, minutes: 120, format: 'physical', skillsPractised: true, caseDiscussed: false },
    attendance: people.map((personId) => ({ personId, status: 'attended' })),
  });

  /** The last word on each attendance, from the events alone. */
  async function attendanceInStreams(): Promise<Record<string, string>> {
    const events = await store.readAll('', 1_000);
    const told = events.flatMap(({ type, data }) => (type.startsWith('SessionAttendance') ? [data as { sessionId: string; personId: string; status: string }] : []));
    return Object.fromEntries(told.map(({ sessionId, personId, status }) => [`${sessionId} ${personId}`, status]));
  }

  async function send<Definition extends CommandDefinition>(definition: Definition, command: z.input<Definition['schema']>, grant: Grant): Promise<CommandReply> {
    for (;;) {
      const caller = sign(grant);
      const reply = await client.command(definition, { commandId: randomUUID(), correlationId: randomUUID(), caller, command, language: 'en', ...(position && { seen: position }) });
      if (reply.outcome === 'refused' && reply.problem.retryable) continue;
      if (reply.outcome === 'accepted') position = reply.position;
      return reply;
    }
  }

  /** The answer with all that was done before it; undefined for whoever may not ask. */
  async function ask<Definition extends QueryDefinition>(definition: Definition, input: z.input<Definition['input']>, grant: Grant): Promise<z.infer<Definition['output']> | undefined> {
    for (;;) {
      const caller = sign(grant);
      const reply = await client.query(definition, { caller, correlationId: randomUUID(), language: 'en', input, ...(position && { fresh: position }) });
      if (reply.outcome === 'answered') return definition.output.parse(reply.output) as z.infer<Definition['output']>;
      if (reply.problem.reason === 'not-permitted') return undefined;
      if (reply.problem.reason !== 'not-yet-fresh') throw new Error(reply.problem.detail);
    }
  }

  async function happened(stream: string, event: DomainEvent): Promise<void> {
    const commandId = randomUUID();
    const envelope = { commandId, fingerprint: fingerprintOf([event]), correlationId: commandId, actor: { kind: 'system', id: 'specification' } as const };
    const result = await store.append({ stream, expected: headOf(await store.readStream(stream)), events: [event], envelope });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    position = result.position;
  }
});
