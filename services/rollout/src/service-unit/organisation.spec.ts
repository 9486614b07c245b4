import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  correctPosition,
  endPosition,
  erasePerson,
  getOrganisation,
  getServiceUnit,
  getStaff,
  getTurnover,
  makePersonKnown,
  mergeServiceUnits,
  openPosition,
  positionRole,
  registerServiceUnit,
  splitServiceUnit,
} from '@riggen/contracts';
import { drawing, runningRollout, type RunningRollout } from '../running-rollout.fixture.js';

const days = ['2025-01-01', '2025-07-01', '2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2027-01-01'];
const municipalities = ['1804', '1806', '1811', '1812', '1813', '1815', '1816', '1818'];

describe('the organisation on a running service', () => {
  let rollout: RunningRollout;

  beforeAll(async () => {
    rollout = await runningRollout();
    const draw = drawing(7);
    for (const [n, number] of municipalities.entries()) {
      const late = n === 7 ? { from: '2026-07-01' } : {};
      await rollout.send(registerServiceUnit, { serviceId: `p${n}`, name: `Tjeneste ${n}`, kind: 'municipal', municipalityNumbers: [number], region: 'nord', ...late });
    }
    for (let n = 0; n < 60; n += 1) {
      const from = draw.among(days);
      const position = { positionId: `s${n}`, serviceId: `p${draw.upTo(6)}`, personId: `k${draw.upTo(30)}`, role: draw.among(positionRole.options), from };
      const reply = await rollout.send(openPosition, position);
      if (reply.outcome === 'accepted' && draw.upTo(2) === 0) await rollout.send(endPosition, { ...position, to: draw.among(days.filter((day) => day >= from)) });
    }
    const merge = await rollout.send(mergeServiceUnits, { serviceId: 'p0', predecessors: ['p1', 'p2'], from: '2026-01-01', name: 'Salten' });
    const split = await rollout.send(splitServiceUnit, {
      ...{ serviceId: 'p0', from: '2026-07-01', otherPositionsTo: 'p7', positions: [] },
      parts: [{ serviceId: 'p0', municipalityNumbers: ['1804', '1806'] }, { serviceId: 'p7', municipalityNumbers: ['1811'] }],
    });
    expect([merge.outcome, split.outcome]).toEqual(['accepted', 'accepted']);
  }, 180_000);
  afterAll(() => rollout?.stop());

  it('gives for each day the services, municipalities and people that the events give when they are counted another way', async () => {
    const events = await rollout.events();
    for (const on of days) {
      const { items, total, regions } = await rollout.ask(getOrganisation, { on, region: 'nord' });
      const counted = countedOn(on, events);
      const answered = items.map((item) => [item.serviceId, item.municipalities.map(({ number }) => number).sort(), item.staff!.people, item.staff!.byRole.caseworker]);
      expect(answered.sort()).toEqual(counted);
      expect([total, regions.find(({ region }) => region === 'nord')!.services]).toEqual([counted.length, counted.length]);
      for (const [serviceId, , people] of counted) {
        const staff = await rollout.ask(getStaff, { serviceId, on });
        expect(new Set(staff.items.map(({ personId }) => personId)).size).toBe(people);
      }
    }
  }, 180_000);

  it('gives a page at a time, and finds a service by the name of its municipality', async () => {
    const first = await rollout.ask(getOrganisation, { on: '2025-01-01', size: 3 });
    const second = await rollout.ask(getOrganisation, { on: '2025-01-01', size: 3, page: 2 });
    expect([first.items.length, second.items[0]!.serviceId, first.total]).toEqual([3, 'p3', 7]);
    const found = await rollout.ask(getOrganisation, { on: '2026-02-01', search: 'narvik' });
    expect(found.items.map(({ serviceId }) => serviceId)).toEqual(['p0']);
  });

  it('tells what became of a service, and where a new one comes from', async () => {
    const gone = await rollout.ask(getServiceUnit, { serviceId: 'p1', on: '2026-01-01' });
    expect(gone.succession).toEqual({ from: '2026-01-01', successors: ['p0'] });
    const fresh = await rollout.ask(getServiceUnit, { serviceId: 'p7', on: '2026-07-01' });
    expect([fresh.unit!.predecessors, fresh.history.map(({ what }) => what)]).toEqual([['p0'], ['registered', 'split']]);
    expect((await rollout.ask(getServiceUnit, { serviceId: 'p7', on: '2026-06-30' })).unit).toBeNull();
  });

  it('refuses a position in a service that went into another, and one that overlaps a position that came with it', async () => {
    const late = await rollout.send(openPosition, { positionId: 'late', serviceId: 'p1', personId: 'k99', role: 'leader', from: '2026-02-01' });
    expect(late).toMatchObject({ outcome: 'refused', problem: { reason: 'service-unit-succeeded', detail: expect.stringContaining('carried on by p0 from 2026-01-01') } });
    await rollout.send(openPosition, { positionId: 'goes-on', serviceId: 'p2', personId: 'k98', role: 'leader', from: '2025-03-01' });
    const twice = await rollout.send(openPosition, { positionId: 'twice', serviceId: 'p0', personId: 'k98', role: 'leader', from: '2026-02-01' });
    expect(twice).toMatchObject({ outcome: 'refused', problem: { reason: 'overlapping-position' } });
  });

  it('goes by the newest that is said of a position that came with a service, and by all of a person', async () => {
    const inP2 = { positionId: 'ended', serviceId: 'p2', personId: 'k96', role: 'leader', from: '2025-03-01' } as const;
    const before = { ...inP2, positionId: 'before', from: '2024-01-01', to: '2024-12-31' };
    for (const position of [inP2, before]) expect(await rollout.send(openPosition, position)).toMatchObject({ outcome: 'accepted' });
    const inP0 = { ...inP2, positionId: 'again', serviceId: 'p0', from: '2026-02-01' };
    expect(await rollout.send(openPosition, inP0)).toMatchObject({ problem: { reason: 'overlapping-position' } });
    await rollout.send(endPosition, { positionId: 'ended', serviceId: 'p2', to: '2025-12-31' });
    await rollout.send(correctPosition, { positionId: 'ended', serviceId: 'p2', role: 'leader', from: '2025-03-01', reason: 'Sluttet ikke' });
    expect(await rollout.send(openPosition, inP0)).toMatchObject({ problem: { reason: 'overlapping-position' } });
  });

  it('counts who left and who came between two days', async () => {
    const { employedAtStart, employedAtEnd, left, joined, leftPercentage } = await rollout.ask(getTurnover, { serviceId: 'p3', from: '2025-07-01', to: '2027-01-01' });
    const people = async (on: string) => new Set((await rollout.ask(getStaff, { serviceId: 'p3', on })).items.map(({ personId }) => personId));
    const [start, end] = [await people('2025-07-01'), await people('2027-01-01')];
    expect([employedAtStart, employedAtEnd, joined - left]).toEqual([start.size, end.size, end.size - start.size]);
    expect(left).toBe(start.size - [...start].filter((person) => end.has(person)).length);
    expect(leftPercentage).toBe(start.size ? Number(((100 * left) / start.size).toFixed(1)) : null);
  });

  it('erases nobody who has a position, unless recorded by mistake', async () => {
    const known = { personId: 'k97', serviceId: 'p3', name: 'Kari Nordmann', workEmail: 'kari@tjenesten.example.no', language: 'nb' } as const;
    expect(await rollout.send(makePersonKnown, known)).toMatchObject({ outcome: 'accepted' });
    expect(await rollout.send(openPosition, { positionId: 'open', serviceId: 'p3', personId: 'k97', role: 'leader', from: '2026-02-01' })).toMatchObject({ outcome: 'accepted' });
    expect((await rollout.ask(getStaff, { serviceId: 'p3', on: '2026-03-01', size: 200 })).items).toContainEqual(expect.objectContaining({ personId: 'k97' }));
    const refused = await rollout.send(erasePerson, { personId: 'k97', reason: 'left' });
    expect(refused).toMatchObject({ outcome: 'refused', problem: { reason: 'person-has-position', detail: expect.stringContaining('the service p3. End the position first') } });
    expect(await rollout.send(erasePerson, { personId: 'k97', reason: 'recorded_by_mistake' })).toMatchObject({ outcome: 'accepted' });
  });

  it('takes a text that likely names a person, and warns', async () => {
    const unit = { serviceId: 'p9', kind: 'municipal' as const, municipalityNumbers: ['1820'], region: 'nord' as const };
    const reply = await rollout.send(registerServiceUnit, { ...unit, name: 'Tjenesten til Kari Nordmann' });
    expect(reply).toMatchObject({ outcome: 'accepted', warnings: [{ pointer: '#/name', reason: 'likely-name', detail: expect.stringContaining('«Kari Nordmann»') }] });
  });
});

interface Told {
  serviceId: string;
  positionId: string;
  personId: string;
  role: string;
  from: string;
  to?: string;
}

/** Walks through time with the merger and the split of this story, as a clerk would keep a list. */
function countedOn(on: string, events: { type: string; data: unknown }[]): [string, string[], number, number][] {
  const places = new Map(municipalities.slice(0, on < '2026-07-01' ? 7 : 8).map((number, n) => [`p${n}`, [number]]));
  const positions = new Map<string, Told>();
  for (const { type, data } of events) if (type.startsWith('Position')) positions.set((data as Told).positionId, data as Told);
  const where = new Map([...positions.values()].map((position) => [position.positionId, position.serviceId]));
  if (on >= '2026-01-01') {
    for (const gone of ['p1', 'p2']) places.delete(gone);
    places.set('p0', ['1804', '1806', '1811']);
    for (const [id, service] of where) if (['p1', 'p2'].includes(service)) where.set(id, 'p0');
  }
  if (on >= '2026-07-01') {
    places.set('p0', ['1804', '1806']).set('p7', ['1811', '1818']);
    for (const [id, service] of where) if (service === 'p0' && positions.get(id)!.from < '2026-07-01') where.set(id, 'p7');
  }
  return [...places].sort().map(([id, numbers]) => {
    const here = [...positions.values()].filter(({ positionId, from, to }) => where.get(positionId) === id && from <= on && (!to || on <= to));
    const people = (role?: string) => new Set(here.filter((position) => !role || position.role === role).map(({ personId }) => personId)).size;
    return [id, numbers, people(), people('caseworker')];
  });
}
