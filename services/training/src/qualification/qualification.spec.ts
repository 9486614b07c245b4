import { describe, expect, it } from '@jest/globals';
import { certificateAwarded, certificateRevoked, supervisorQualified } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { standardCurricula } from '../curriculum/define-curriculum/standard-curricula/index.js';
import { type AwardContext, decideAwardCertificate } from './award-certificate/award-certificate.js';
import { doneModules, progressOf, type TrainingRecord } from './progress.js';
import { qualification } from './qualification.js';
import { decideQualifySupervisor } from './qualify-supervisor/qualify-supervisor.js';
import { decideRevokeCertificate } from './revoke-certificate/revoke-certificate.js';

const programmeId = 'grunnmodellen-4-12';
const curriculum = standardCurricula.find((definition) => definition.programmeId === programmeId)!;
const compulsory = ['introduksjon', 'undersokelse-og-mal', 'familieveiledning-1', 'familieveiledning-2', 'evaluering'];
const whole = (moduleIds: string[], dates = ['2027-03-08', '2027-03-09'], doneDates = dates) => ({ programmeId, moduleIds, dates, doneDates });
const sessions = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ targetGroup: 'child_4_12', heldOn: `2027-05-${String(from + index).padStart(2, '0')}` }));
const complete: TrainingRecord = { gatherings: [whole(compulsory)], earlierGatherings: [], sessions: sessions(8) };
const organisation = { service: 'T1', region: 'sor' };
const context: AwardContext = { now: '2027-06-01T08:00:00.000Z', code: 'AAAA-BBBB-CCCC', curriculum, record: complete, organisation };
const command = { personId: 'K1', programmeId };
const about = { occurredAt: context.now, organisation };
const awarded = certificateAwarded(
  { ...command, code: 'AAAA-BBBB-CCCC', curriculumVersion: 1, moduleIds: compulsory, supervisionSessions: 8, awardedOn: '2027-06-01', validUntil: '2030-05-31' },
  about,
);
const revoked = certificateRevoked({ ...command, reason: 'Gitt ved en feil', code: 'AAAA-BBBB-CCCC' }, about);

describe('what a person has done', () => {
  it('is a gathering\'s modules when every day was attended or made up', () => {
    expect(doneModules(curriculum, { ...complete, gatherings: [whole(['introduksjon'])] })).toEqual(['introduksjon']);
    expect(doneModules(curriculum, { ...complete, gatherings: [whole(['introduksjon'], ['2027-03-08', '2027-03-09'], ['2027-03-08'])] })).toEqual([]);
  });
  it('counts a gathering of another programme for nothing, also where the module has the same key', () => {
    expect(doneModules(curriculum, { ...complete, gatherings: [{ ...whole(compulsory), programmeId: 'familieveiledning' }] })).toEqual([]);
  });
  it('counts the pilot\'s gatherings by their number in the course', () => {
    const earlierGatherings = [1, 2, 3, 4, 5].map((number) => ({ targetGroup: 'child_4_12', number, startsOn: '2022-01-25' }));
    expect(doneModules(curriculum, { gatherings: [], earlierGatherings, sessions: [] })).toEqual(compulsory);
    expect(doneModules(curriculum, { gatherings: [], earlierGatherings: [{ targetGroup: 'aftercare', number: 1, startsOn: '2022-01-25' }], sessions: [] })).toEqual([]);
  });
  it('is told beside what is missing', () => {
    const record = { ...complete, gatherings: [whole(['introduksjon', 'evaluering'])], sessions: sessions(3) };
    expect(progressOf(curriculum, record)).toEqual({
      ...{ doneModules: ['introduksjon', 'evaluering'], missingModules: ['undersokelse-og-mal', 'familieveiledning-1', 'familieveiledning-2'] },
      ...{ sessions: 3, missingSessions: 5 },
    });
  });
});

describe('awarding a certificate', () => {
  const { given } = specification(qualification, decideAwardCertificate);
  it('is done when all is there, for as long as the curriculum says', () => given().when(command, context).then(awarded));
  it('is done once while it holds', () => given(awarded).when(command, { ...context, code: 'OTHER' }).thenNothing());
  it('is refused while a module or a session is missing', () => {
    given().when(command, { ...context, record: { ...complete, gatherings: [whole(compulsory.slice(1))] } }).thenRefused('certification-incomplete', { field: 'personId' });
    given().when(command, { ...context, record: { ...complete, sessions: sessions(7) } }).thenRefused('certification-incomplete');
  });
  it('asks for new sessions when the last one is over', () => {
    const later = { ...context, now: '2030-06-01T08:00:00.000Z' };
    given(awarded).when(command, later).thenRefused('certification-incomplete');
    const again = [...sessions(8), ...Array.from({ length: 8 }, (_, index) => ({ targetGroup: 'child_4_12', heldOn: `2029-01-${10 + index}` }))];
    given(awarded)
      .when(command, { ...later, record: { ...complete, sessions: again } })
      .then(certificateAwarded({ ...awarded.data, awardedOn: '2030-06-01', validUntil: '2033-05-31' }, { ...about, occurredAt: later.now }));
  });
  it('can be done anew after it was revoked', () => given(awarded, revoked).when(command, context).then(awarded));
});

describe('revoking a certificate', () => {
  const { given } = specification(qualification, decideRevokeCertificate);
  const wanted = { ...command, reason: 'Gitt ved en feil' };
  it('ends it, with the reason, once', () => {
    given(awarded).when(wanted, { now: context.now, organisation }).then(revoked);
    given(awarded, revoked).when(wanted, { now: context.now, organisation }).thenNothing();
  });
  it('needs one that holds', () => {
    given().when(wanted, { now: context.now, organisation }).thenRefused('no-valid-certificate');
    given(awarded).when(wanted, { now: '2030-06-01T08:00:00.000Z', organisation }).thenRefused('no-valid-certificate');
  });
});

describe('qualifying a supervisor', () => {
  const { given } = specification(qualification, decideQualifySupervisor);
  const qualified = supervisorQualified({ ...command, earlier: false }, about);
  it('asks for a certificate that holds', () => {
    given(awarded).when({ ...command, earlier: false }, { now: context.now, organisation }).then(qualified);
    given().when({ ...command, earlier: false }, { now: context.now, organisation }).thenRefused('no-valid-certificate', { field: 'personId' });
    given(awarded, revoked).when({ ...command, earlier: false }, { now: context.now, organisation }).thenRefused('no-valid-certificate');
  });
  it('takes those who supervised before Riggen as they are', () =>
    given().when({ ...command, earlier: true }, { now: context.now, organisation }).then(supervisorQualified({ ...command, earlier: true }, about)));
});
