import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { correctAttendance, getCoverage, makeUpAbsence, positionEnded, positionOpened, recordAttendance, recordDayAttendance, recordHeldGathering, scheduleGathering, serviceUnitsMerged } from '@riggen/contracts';
import { runningTraining, type RunningTraining } from '../running-training.fixture.js';
import { coverageFromLog } from './independent-coverage.fixture.js';

const programmeId = 'grunnmodellen-4-12';
const modules = ['introduksjon', 'undersokelse-og-mal', 'familieveiledning-1', 'familieveiledning-2', 'evaluering'];
const services = { T1: ['K1', 'K2', 'K3'], T2: ['K4', 'K5'], T3: ['K6', 'K7', 'K8', 'K9'], T4: [] };
const everyone = Object.values(services).flat();

/** Numbers that look random and are the same in every run. */
function drawing(seed: number) {
  let state = seed;
  const draw = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const happens = (share: number): boolean => draw() < share;
  return { happens, status: () => (happens(0.8) ? ('attended' as const) : happens(0.5) ? ('partial' as const) : ('absent' as const)) };
}

describe('coverage', () => {
  let system: RunningTraining;
  beforeAll(async () => {
    system = await runningTraining();
    for (const [serviceId, people] of Object.entries(services)) await system.serviceWith(serviceId, people, serviceId === 'T3' ? 'vest' : 'sor');
  }, 180_000);
  afterAll(() => system.stop(), 60_000);

  it('is as counted from the event log alone, after random histories of attendance, corrections and making up', async () => {
    const { happens, status } = drawing(20_261_129);
    for (let number = 1; number <= 5; number += 1) {
      const [gatheringId, date] = [`G${number}`, `2021-1${number % 2}-0${number}`];
      await system.done(scheduleGathering, { gatheringId, phase: 1, targetGroup: 'child_4_12', number, startsOn: date, endsOn: date, days: 1, format: 'physical' });
      await system.done(recordAttendance, { gatheringId, personId: 'K4', status: 'attended' });
      for (const personId of ['K7', 'K8']) await system.done(recordAttendance, { gatheringId, personId, status: status() });
    }
    for (let number = 1; number <= 6; number += 1) {
      const [gatheringId, dates] = [`H${number}`, [`2024-0${number}-08`, `2024-0${number}-09`]];
      const some = modules.filter(() => happens(0.5));
      const moduleIds = some.length ? some : modules;
      await system.done(recordHeldGathering, { gatheringId, programmeId, moduleIds, region: 'sor', dates, format: 'physical' });
      for (const date of dates) {
        const people = everyone.map((personId) => ({ personId, status: status() }));
        await system.done(recordDayAttendance, { gatheringId, date, people });
        for (const person of people) {
          const about = { gatheringId, date, personId: person.personId };
          const corrected = happens(0.15) ? status() : person.status;
          if (corrected !== person.status) await system.done(correctAttendance, { ...about, status: corrected, reason: 'Ført feil' });
          if (corrected !== 'attended' && happens(0.3)) await system.done(makeUpAbsence, { ...about, lectureId: `${moduleIds[0]!}-opptak` });
        }
      }
    }

    const expected = coverageFromLog(await system.events(), programmeId);
    const { items, whole, regions, total } = await system.ask(getCoverage, { programmeId });
    expect(new Map(items.map(({ serviceId, employed, trained }) => [serviceId, { employed, trained }]))).toEqual(expected);
    const sum = (ids: string[]) => ids.reduce((all, id) => ({ employed: all.employed + expected.get(id)!.employed, trained: all.trained + expected.get(id)!.trained }), { employed: 0, trained: 0 });
    expect(whole).toEqual(sum(['T1', 'T2', 'T3']));
    expect(regions).toEqual([{ region: 'sor', ...sum(['T1', 'T2']) }, { region: 'vest', ...sum(['T3']) }]);
    expect(total).toBe(3);
    // Some are trained and some are not, or the comparison says nothing.
    expect(whole.trained).toBeGreaterThan(0);
    expect(whole.trained).toBeLessThan(whole.employed);
  }, 180_000);

  it('counts those whose positions are open on the day, in the service that has them then', async () => {
    const at = { occurredAt: '2026-01-01T08:00:00.000Z', organisation: { service: 'T5', region: 'sor' } };
    await system.serviceWith('T5', []);
    const position = (personId: string, role: 'caseworker' | 'leader' | 'investigator', from: string, to?: string) =>
      positionOpened({ positionId: `P-${personId}`, serviceId: 'T5', personId, role, from, ...(to && { to }) }, at);
    await system.happened('serviceUnit-T5', position('L1', 'leader', '2023-01-01'), position('C1', 'caseworker', '2023-01-01', '2024-12-31'));
    await system.happened('serviceUnit-T5', position('C2', 'caseworker', '2099-01-01'), position('I1', 'investigator', '2023-01-01'));
    const employedOn = async (on?: string) =>
      Object.fromEntries((await system.ask(getCoverage, { programmeId, region: 'sor', ...(on && { on }) })).items.map(({ serviceId, employed }) => [serviceId, employed]));
    expect(await employedOn()).toEqual({ T1: 3, T2: 2, T5: 1 });
    expect(await employedOn('2024-06-01')).toEqual({ T1: 3, T2: 2, T5: 2 });

    const facts = { name: 'Tjeneste T1', kind: 'municipal' as const, municipalityNumbers: ['4003'], region: 'sor' as const };
    await system.happened('serviceUnit-T1', serviceUnitsMerged({ serviceId: 'T1', from: '2026-01-01', predecessors: ['T5'], ...facts }, at));
    expect(await employedOn()).toEqual({ T1: 4, T2: 2 });
    expect(await employedOn('2024-06-01')).toEqual({ T1: 3, T2: 2, T5: 2 });
    await system.happened('serviceUnit-T5', positionEnded({ ...position('L1', 'leader', '2023-01-01').data, to: '2026-06-30' }, at));
    expect(await employedOn()).toEqual({ T1: 3, T2: 2 });
  }, 180_000);

  it('is given by page, for a region, and as it was on an earlier day', async () => {
    expect((await system.ask(getCoverage, { programmeId, page: 2, size: 2 })).items).toHaveLength(1);
    expect((await system.ask(getCoverage, { programmeId, region: 'vest' })).items.map(({ serviceId }) => serviceId)).toEqual(['T3']);
    expect((await system.ask(getCoverage, { programmeId, on: '2021-09-01' })).whole.trained).toBe(0);
  }, 180_000);
});
