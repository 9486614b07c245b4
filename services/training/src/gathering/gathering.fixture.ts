import { gatheringPlanned, gatheringPublished, participantsEnrolled, participantsQueued, placesOffered } from '@riggen/contracts';
import type { PlanGathering } from './plan-gathering/plan-gathering.js';

/** A gathering of two days in a week's time, seen from `now`. */
export const now = '2027-03-01T08:00:00.000Z';
export const nextWeek: PlanGathering['days'] = [
  { date: '2027-03-08', from: '09:00', to: '15:00', format: 'physical', place: 'Skien' },
  { date: '2027-03-09', from: '09:00', to: '15:00', format: 'physical', place: 'Skien' },
];
export const planGatheringCommand: PlanGathering = {
  gatheringId: 'S1',
  programmeId: 'grunnmodellen-4-12',
  moduleIds: ['introduksjon'],
  region: 'sor',
  days: nextWeek,
  capacity: 4,
};
const region = { occurredAt: now, organisation: { region: 'sor' } };
export const planned = gatheringPlanned({ ...planGatheringCommand, curriculumVersion: 1 }, region);
export const published = gatheringPublished({ gatheringId: 'S1' }, region);

const organisation = { service: 'T1', region: 'sor' };
export const about = (groupId: string, ...personIds: string[]) => ({
  ...{ gatheringId: 'S1', groupId, serviceId: 'T1' },
  personIds: personIds.length ? personIds : [groupId],
});
export const at = (occurredAt: string) => ({ occurredAt, organisation });
export const enrolled = (groupId: string, ...personIds: string[]) => participantsEnrolled(about(groupId, ...personIds), at(now));
export const queued = (groupId: string, ...personIds: string[]) => participantsQueued(about(groupId, ...personIds), at(now));
export const threeDaysLater = '2027-03-04T08:00:00.000Z';
export const offered = (groupId: string, ...personIds: string[]) =>
  placesOffered({ ...about(groupId, ...personIds), until: threeDaysLater }, at(now));
