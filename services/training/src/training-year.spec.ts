import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptPlaces,
  awardCertificate,
  bookTrainer,
  cancelEnrolment,
  checkIn,
  enrolParticipants,
  getAttendanceCode,
  getCalendarFeed,
  getCertificates,
  getCertificateDocument,
  getCohort,
  getCohorts,
  getCurricula,
  getGathering,
  getGatheringCalendar,
  getMyTraining,
  getStaffTraining,
  getTrainers,
  getWaitingLists,
  moveGathering,
  openCalendarFeed,
  participantsQueued,
  placesOffered,
  positionCorrected,
  positionEnded,
  positionOpened,
  planCohort,
  planGathering,
  publishGathering,
  qualifySupervisor,
  qualifyTrainer,
  recordDayAttendance,
  recordHeldGathering,
  revokeCertificate,
  sessionAttendanceCorrected,
  sessionAttendanceRecorded,
  sessionHeld,
  setTrainerCapacity,
  verifyCertificate,
} from '@riggen/contracts';
import { calendarDateOf, daysAfter } from '@riggen/event-sourcing';
import ICAL from 'ical.js';
import { createHash, randomBytes } from 'node:crypto';
import { eventually } from '../../../tools/jest/servers.js';
import { runningTraining, type RunningTraining } from './running-training.fixture.js';

const programmeId = 'grunnmodellen-4-12';
const today = calendarDateOf(new Date().toISOString());
const inDays = (days: number) => daysAfter(today, days);
const day = (date: string) => ({ date, from: '09:00', to: '15:00', format: 'physical' as const, place: 'Skien' });

describe('a year of training in region sør', () => {
  let system: RunningTraining;
  beforeAll(async () => {
    system = await runningTraining();
    await system.serviceWith('T1', ['K1', 'K2', 'K3', 'K4']);
    await system.serviceWith('T2', ['K5', 'K6']);
    await system.done(planCohort, {
      ...{ cohortId: 'A', programmeId, name: 'Kull A', region: 'sor', startsOn: today, physicalFrom: inDays(30), endsOn: inDays(300) },
      serviceIds: ['T1'],
    });
    for (const [gatheringId, moduleIds, dates, capacity, cohortId] of [
      ['S1', ['introduksjon'], [today], 3, undefined],
      ['S2', ['undersokelse-og-mal'], [inDays(40), inDays(41)], 3, 'A'],
      ['S3', ['undersokelse-og-mal'], [inDays(20)], 10, undefined],
    ] as const) {
      await system.done(planGathering, { gatheringId, programmeId, moduleIds: [...moduleIds], region: 'sor', days: dates.map(day), capacity, ...(cohortId && { cohortId }) });
      await system.done(publishGathering, { gatheringId });
    }
  }, 180_000);
  afterAll(() => system.stop(), 60_000);

  it('has the standard curricula from the start', async () => {
    const { items } = await system.ask(getCurricula, {});
    expect(items.map((definition) => definition.programmeId)).toEqual(['ettervern', 'familieveiledning', programmeId]);
  }, 180_000);

  it('shows the calendar, the cohort and its gatherings', async () => {
    const { items, total } = await system.ask(getGatheringCalendar, { from: today, to: inDays(60), region: 'sor' });
    expect(items.map(({ gatheringId }) => gatheringId)).toEqual(['S1', 'S3', 'S2']);
    expect(total).toBe(3);
    expect(items[2]).toMatchObject({ status: 'published', moduleIds: ['undersokelse-og-mal'], cohortId: 'A', capacity: 3, placed: 0, endsOn: inDays(41) });
    expect(items[2]!.days).toHaveLength(2);
    expect((await system.ask(getGatheringCalendar, { from: today, to: inDays(60), region: 'vest' })).items).toEqual([]);
    expect((await system.ask(getCohorts, { serviceId: 'T1' })).items).toMatchObject([{ cohortId: 'A', gatherings: 1, services: [{ serviceId: 'T1', name: 'Tjeneste T1' }] }]);
    expect((await system.ask(getCohort, { cohortId: 'A' })).gatherings.map(({ gatheringId }) => gatheringId)).toEqual(['S2']);
  }, 180_000);

  it('proposes the nearest gathering with room to whoever lacks a module: the cohort\'s own first', async () => {
    const ofT1 = await system.ask(getStaffTraining, { serviceId: 'T1', programmeId });
    expect(ofT1.items).toHaveLength(4);
    expect(ofT1.items[0]!.proposals.find(({ moduleId }) => moduleId === 'undersokelse-og-mal')).toMatchObject({ gatheringId: 'S2', free: 3 });
    const ofT2 = await system.ask(getStaffTraining, { serviceId: 'T2', programmeId });
    expect(ofT2.items[0]!.proposals.find(({ moduleId }) => moduleId === 'undersokelse-og-mal')).toMatchObject({ gatheringId: 'S3' });
    expect(ofT2.items[0]).toMatchObject({ trained: false, roles: ['caseworker'], missing: ['evaluering', 'familieveiledning-1', 'familieveiledning-2', 'introduksjon', 'undersokelse-og-mal'] });
  }, 180_000);

  it('runs a waiting list: those from another service wait together, and are offered the places that become free', async () => {
    await system.done(enrolParticipants, { gatheringId: 'S2', groupId: 'g1', serviceId: 'T1', personIds: ['K1', 'K2'] });
    await system.done(enrolParticipants, { gatheringId: 'S2', groupId: 'g2', serviceId: 'T2', personIds: ['K5', 'K6'] });
    expect((await system.ask(getWaitingLists, { region: 'sor' })).items).toMatchObject([{ gatheringId: 'S2', groupId: 'g2', people: 2, status: 'waiting' }]);
    await system.done(cancelEnrolment, { gatheringId: 'S2', personId: 'K1', reason: 'Syk' });
    const { gathering, places } = await system.ask(getGathering, { gatheringId: 'S2' });
    expect(gathering).toMatchObject({ placed: 1, offered: 2, waiting: 0, version: 2 });
    expect(places.map(({ personId, status }) => `${personId} ${status}`)).toEqual(['K2 placed', 'K5 offered', 'K6 offered', 'K1 cancelled']);
    await system.done(acceptPlaces, { gatheringId: 'S2', groupId: 'g2' });
    expect((await system.ask(getGathering, { gatheringId: 'S2' })).gathering).toMatchObject({ placed: 3, offered: 0 });
    expect(await system.send(enrolParticipants, { gatheringId: 'S2', groupId: 'g3', serviceId: 'T1', personIds: ['K5'] })).toMatchObject({ outcome: 'refused', problem: { reason: 'unknown-employee' } });
  }, 180_000);

  it('enrols those whose position is known from the organisation, and refuses those whose position is over', async () => {
    const at = { occurredAt: '2026-01-01T08:00:00.000Z', organisation: { service: 'T2', region: 'sor' } };
    const opened = { positionId: 'P7', serviceId: 'T2', personId: 'K7', role: 'caseworker' as const, from: '2024-01-01' };
    await system.happened('serviceUnit-T2', positionOpened(opened, at), positionOpened({ ...opened, positionId: 'P8', personId: 'K8', to: '2024-12-31' }, at));
    await system.done(enrolParticipants, { gatheringId: 'S3', groupId: 'K7', serviceId: 'T2', personIds: ['K7'] });
    expect(await system.send(enrolParticipants, { gatheringId: 'S3', groupId: 'K8', serviceId: 'T2', personIds: ['K8'] })).toMatchObject({ problem: { reason: 'unknown-employee' } });
  }, 180_000);

  it('goes by the newest that is said of a position: one that was ended by mistake goes on', async () => {
    const at = { occurredAt: '2026-01-01T08:00:00.000Z', organisation: { service: 'T2', region: 'sor' } };
    const opened = { positionId: 'P9', serviceId: 'T2', personId: 'K9', role: 'caseworker' as const, from: '2024-01-01' };
    const enrolled = { gatheringId: 'S3', groupId: 'K9', serviceId: 'T2', personIds: ['K9'] };
    await system.happened('serviceUnit-T2', positionOpened(opened, at), positionEnded({ ...opened, to: '2024-12-31' }, at));
    expect(await system.send(enrolParticipants, enrolled)).toMatchObject({ problem: { reason: 'unknown-employee' } });
    await system.happened('serviceUnit-T2', positionCorrected({ ...opened, reason: 'Sluttet ikke' }, at));
    await system.done(enrolParticipants, enrolled);
  }, 180_000);

  it('lets an offer expire by itself, and offers the place to the next', async () => {
    const [past, organisation] = [new Date(Date.now() - 60_000).toISOString(), { service: 'T2', region: 'sor' }];
    for (const personId of ['K1', 'K2', 'K3']) await system.done(enrolParticipants, { gatheringId: 'S1', groupId: personId, serviceId: 'T1', personIds: [personId] });
    await system.done(planGathering, { gatheringId: 'S4', programmeId, moduleIds: ['evaluering'], region: 'sor', days: [day(inDays(9))], capacity: 1 });
    await system.done(publishGathering, { gatheringId: 'S4' });
    const about = (personId: string) => ({ gatheringId: 'S4', groupId: personId, serviceId: 'T2', personIds: [personId] });
    await system.happened('gathering-S4', participantsQueued(about('K5'), { occurredAt: past, organisation }), participantsQueued(about('K6'), { occurredAt: past, organisation }));
    await system.happened('gathering-S4', placesOffered({ ...about('K5'), until: past }, { occurredAt: past, organisation }));
    const { places } = await eventually(() => system.ask(getGathering, { gatheringId: 'S4' }), (found) => found.places.some(({ status }) => status === 'expired'), 60_000);
    expect(places.map(({ personId, status }) => `${personId} ${status}`)).toEqual(['K6 offered', 'K5 expired']);
  }, 180_000);

  it('takes attendance by the code in the room, for those who have a place and are themselves', async () => {
    const { code } = await system.ask(getAttendanceCode, { gatheringId: 'S1' });
    await system.done(checkIn, { gatheringId: 'S1', personId: 'K1', code }, system.as('K1'));
    expect(await system.send(checkIn, { gatheringId: 'S1', personId: 'K2', code }, system.as('K1'))).toMatchObject({ problem: { reason: 'not-permitted' } });
    expect(await system.send(checkIn, { gatheringId: 'S1', personId: 'K4', code }, system.as('K4'))).toMatchObject({ problem: { reason: 'not-enrolled' } });
    await system.done(recordDayAttendance, { gatheringId: 'S1', date: today, people: [{ personId: 'K2', status: 'absent' }] });
    const { places } = await system.ask(getGathering, { gatheringId: 'S1' });
    expect(places.find(({ personId }) => personId === 'K1')!.attendance).toEqual([{ date: today, status: 'attended', madeUpBy: null }]);
    expect(await system.send(moveGathering, { gatheringId: 'S1', days: [day(inDays(3))] })).toMatchObject({ problem: { reason: 'moved-after-attendance' } });
    // A participant sees the gathering, and nobody else's place.
    const k1 = system.as('K1', { role: 'caseworker', unit: { level: 'service', service: 'T1', region: 'sor' } });
    expect((await system.ask(getGathering, { gatheringId: 'S1' }, k1)).places.map(({ personId }) => personId)).toEqual(['K1']);
  }, 180_000);

  it('keeps a trainer\'s days, and takes them along when the gathering is moved', async () => {
    await system.done(qualifyTrainer, { trainerId: 'TR1', programmeId, moduleIds: ['introduksjon', 'undersokelse-og-mal'], earlier: true });
    await system.done(setTrainerCapacity, { trainerId: 'TR1', region: 'sor', year: Number(inDays(41).slice(0, 4)), days: 60 });
    await system.done(bookTrainer, { trainerId: 'TR1', gatheringId: 'S2', travelDaysBefore: 1, travelDaysAfter: 0 });
    expect(await system.send(bookTrainer, { trainerId: 'TR1', gatheringId: 'S4', travelDaysBefore: 0, travelDaysAfter: 0 })).toMatchObject({ problem: { reason: 'trainer-not-qualified' } });
    await system.done(moveGathering, { gatheringId: 'S2', days: [day(inDays(50)), day(inDays(51))] });
    const { trainers } = await eventually(() => system.ask(getGathering, { gatheringId: 'S2' }), (found) => found.trainers[0]?.days[0] === inDays(50), 30_000);
    expect(trainers).toEqual([{ personId: 'TR1', days: [inDays(50), inDays(51)], travelDays: [inDays(49)] }]);
    const { items } = await system.ask(getTrainers, { year: Number(inDays(50).slice(0, 4)) });
    expect(items).toMatchObject([{ personId: 'TR1', capacityDays: 60, qualified: [{ programmeId, moduleIds: ['introduksjon', 'undersokelse-og-mal'] }] }]);
  }, 180_000);

  it('certifies whoever has done all, as one history, with a document and a code that anyone can check', async () => {
    const modules = ['introduksjon', 'undersokelse-og-mal', 'familieveiledning-1', 'familieveiledning-2', 'evaluering'];
    const wanted = { personId: 'K4', programmeId };
    await system.done(recordHeldGathering, { gatheringId: 'H1', programmeId, moduleIds: modules, region: 'sor', dates: ['2024-03-04', '2024-03-05'], format: 'physical' });
    for (const date of ['2024-03-04', '2024-03-05']) await system.done(recordDayAttendance, { gatheringId: 'H1', date, people: [{ personId: 'K4', status: 'attended' }] });
    expect(await system.send(awardCertificate, wanted)).toMatchObject({ problem: { reason: 'certification-incomplete', detail: expect.stringContaining('8 supervision sessions') } });
    const standing = async (of: 'ready' | 'awarded' | 'lacking') =>
      (await system.ask(getCertificates, { programmeId, region: 'sor', standing: of })).items.map(({ personId, missing, sessions }) => [personId, missing.length, sessions.attended]);
    expect(await standing('ready')).toEqual([]);
    expect(await standing('lacking')).toContainEqual(['K4', 0, 0]);
    const at = { occurredAt: '2024-04-01T08:00:00.000Z', organisation: { service: 'T1', region: 'sor' } };
    for (let number = 1; number <= 8; number += 1) {
      const session = { sessionId: `V${number}`, groupId: 'VG', targetGroup: 'child_4_12' as const, phase: 1, number, heldOn: '2024-04-01', minutes: 120, format: 'physical' as const, skillsPractised: true, caseDiscussed: true };
      await system.happened(`supervisionSession-V${number}`, sessionHeld(session, at), sessionAttendanceRecorded({ sessionId: `V${number}`, personId: 'K4', status: number === 8 ? 'absent' : 'attended' }, at));
    }
    expect(await standing('lacking')).toContainEqual(['K4', 0, 7]);
    expect(await system.send(awardCertificate, wanted)).toMatchObject({ problem: { reason: 'certification-incomplete', detail: expect.stringContaining('1 supervision session') } });
    await system.happened('supervisionSession-V8', sessionAttendanceCorrected({ sessionId: 'V8', personId: 'K4', status: 'attended', reason: 'Kom etter pausen' }, at));
    expect(await standing('ready')).toEqual([['K4', 0, 8]]);
    await system.done(awardCertificate, wanted);
    expect([await standing('ready'), await standing('awarded')]).toEqual([[], [['K4', 0, 0]]]);
    await system.done(qualifySupervisor, { ...wanted, earlier: false });
    await system.done(qualifyTrainer, { trainerId: 'K4', programmeId, moduleIds: ['introduksjon'], earlier: false });

    const { programmes, history } = await system.ask(getMyTraining, { personId: 'K4' }, system.as('K4'));
    const mine = programmes.find((programme) => programme.programmeId === programmeId)!;
    expect(mine).toMatchObject({ trained: true, sessions: { attended: 8, needed: 8 }, certificate: { state: 'valid', awardedOn: today } });
    expect(history.filter((step) => step.programmeId === programmeId).map(({ what }) => what)).toEqual(['trained', 'certified', 'supervisor', 'trainer']);

    const code = mine.certificate.code!;
    const anyone = system.as('');
    expect(await system.ask(verifyCertificate, { code: code.toLowerCase() }, anyone)).toMatchObject({ state: 'valid', programmeId, awardedOn: today });
    expect(await system.ask(verifyCertificate, { code: 'AAAA-AAAA-AAAA' }, anyone)).toMatchObject({ state: 'unknown', programmeId: null });
    const { base64, fileName } = await system.ask(getCertificateDocument, { ...wanted, language: 'nn' }, system.as('K4'));
    expect(fileName).toBe(`sertifikat-${code}.pdf`);
    const pdf = Buffer.from(base64!, 'base64').toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    for (const part of ['/MarkInfo', '/Marked true', '/StructTreeRoot', '/Lang (nn-NO)', '/DisplayDocTitle true', '/S /H1', '/S /LBody', '/FontFile2']) expect(pdf).toContain(part);

    await system.done(revokeCertificate, { ...wanted, reason: 'Gitt ved en feil' });
    expect(await system.ask(verifyCertificate, { code }, anyone)).toMatchObject({ state: 'revoked' });
    expect(await standing('ready')).toEqual([['K4', 0, 8]]);
  }, 180_000);

  it('gives each person a calendar under a secret address that calendars can read', async () => {
    const token = randomBytes(24).toString('base64url');
    await system.done(openCalendarFeed, { personId: 'K2', tokenHash: createHash('sha256').update(token).digest('hex') }, system.as('K2'));
    const { calendar } = await system.ask(getCalendarFeed, { token }, system.as(''));
    const events = new ICAL.Component(ICAL.parse(calendar!)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString().slice(0, 10))).toEqual([today, inDays(50), inDays(51)]);
    expect(events[1]).toMatchObject({ summary: 'Samling: Grunnmodell for hjelpetiltak, familier 4–12 år', location: 'Skien', uid: 'S2-1@riggen' });
    // Nine o'clock in Norway, told in UTC.
    const winter = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' });
    expect(winter.format(events[1]!.startDate.toJSDate())).toBe('09:00');
    expect(calendar).not.toContain('TZID');
    expect((await system.ask(getCalendarFeed, { token: randomBytes(24).toString('base64url') }, system.as(''))).calendar).toBeNull();
  }, 180_000);
});
