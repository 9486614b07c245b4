import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answersPublished, correctAttendance, getCoverage, getGathering, getPublishedCoverage, getStaffTraining, makeUpAbsence, positionEnded, positionOpened, recordAttendance, recordDayAttendance, recordHeldGathering, scheduleGathering, serviceUnitsMerged } from '@riggen/contracts';
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

  it('is told to whoever sees the people, and to nobody else', async () => {
    const leader = system.as('leader', { role: 'local_leader', unit: { level: 'service', service: 'T1', region: 'sor' } });
    const region = system.as('regional', { role: 'regional_team', unit: { level: 'region', region: 'sor' } });
    const nation = system.as('national', { role: 'national_team', unit: { level: 'nation' } });
    const centre = system.as('competence', { role: 'competence_centre', unit: { level: 'nation' } });
    expect((await system.ask(getCoverage, { programmeId, serviceId: 'T1' }, leader)).items).toHaveLength(1);
    expect((await system.ask(getCoverage, { programmeId, region: 'sor' }, region)).regions.map((one) => one.region)).toEqual(['sor']);
    const foreign = [
      ...[system.ask(getCoverage, { programmeId, serviceId: 'T2' }, leader), system.ask(getCoverage, { programmeId, region: 'sor' }, leader)],
      ...[system.ask(getCoverage, { programmeId, region: 'vest' }, region), system.ask(getCoverage, { programmeId, serviceId: 'T3' }, region), system.ask(getCoverage, { programmeId }, region)],
      ...[nation, centre].flatMap((caller) => [system.ask(getCoverage, { programmeId }, caller), system.ask(getStaffTraining, { programmeId, serviceId: 'T1' }, caller)]),
      ...[leader, region].map((caller) => system.ask(getPublishedCoverage, { programmeId }, caller)),
    ];
    for (const answer of foreign) await expect(answer).rejects.toThrow('You do not have access');
    // Nor can the nation count the people of a gathering itself.
    expect((await system.ask(getGathering, { gatheringId: 'H1' }, nation)).places).toEqual([]);
    expect((await system.ask(getGathering, { gatheringId: 'H1' }, region)).places.length).toBeGreaterThan(0);
  }, 180_000);

  it('is published to the nation at the end of a month, after disclosure control, and once', async () => {
    const nation = system.as('national', { role: 'national_team', unit: { level: 'nation' } });
    const published = () => system.ask(getPublishedCoverage, { programmeId }, nation);
    expect(await published()).toMatchObject({ on: null, whole: null, regions: [], items: [] });
    await system.serviceWith('T6', Array.from({ length: 12 }, (_, index) => `M${index}`), 'vest');
    await system.serviceWith('T7', Array.from({ length: 9 }, (_, index) => `N${index}`), 'sor');
    const publish = (number: number, through: string, occasion: 'month' | 'import') =>
      system.happened('answer-publication', answersPublished({ number, through, occasion }, { occurredAt: `${through}-28T23:00:00.000Z` }));
    await publish(1, '2024-07', 'month');
    const first = await published();
    const live = await system.ask(getCoverage, { programmeId, on: '2024-07-31' });
    expect(first).toMatchObject({ on: '2024-07-31', total: live.total });
    for (const [figures, counts] of [[first.whole!, live.whole], ...first.regions.map((cell, index) => [cell, live.regions[index]!] as const), ...first.items.map((cell, index) => [cell, live.items[index]!] as const)] as const) {
      const shown = (value: number | null, count: number) => value === null || (value === count && !(count > 0 && count < 5));
      expect({ figures, right: shown(figures.employed, counts.employed) && shown(figures.trained, counts.trained) }).toEqual({ figures, right: true });
    }
    // Some are hidden and some are shown, or nothing has been tried.
    expect(new Set([...first.items, ...first.regions].map(({ employed }) => employed === null))).toEqual(new Set([true, false]));

    // One more comes: neither the same month again nor a folder taken in tells of one person.
    await system.serviceWith('T8', ['X1'], 'vest');
    await publish(2, '2024-07', 'month');
    await publish(3, '2024-07', 'import');
    expect(await published()).toEqual(first);
    await system.serviceWith('T9', Array.from({ length: 10 }, (_, index) => `Q${index}`), 'vest');
    await publish(4, '2024-08', 'month');
    expect((await published()).on).toBe('2024-08-31');
  }, 180_000);
});
