import {
  absenceMadeUp,
  attendanceCorrected,
  attendanceRecorded,
  dayAttendanceRecorded,
  gatheringMoved,
  gatheringPlanned,
  gatheringScheduled,
  heldGatheringRecorded,
  sessionAttendanceCorrected,
  sessionAttendanceRecorded,
  sessionHeld,
} from '@riggen/contracts';
import { copied, type CopiedEvent, type Lookups } from '@riggen/service';
import type { TrainingRecord } from './progress.js';

const ofPerson = (personId: string): string => `${personId} `;
const dayKey = ({ personId, gatheringId, date }: { personId: string; gatheringId: string; date: string }) => [
  `${ofPerson(personId)}${gatheringId} ${date}`,
];

const sessionKey = ({ personId, sessionId }: { personId: string; sessionId: string }) => [`${ofPerson(personId)}${sessionId}`];

/** The copies that `trainingRecordOf` looks into. */
export const copiesOfTraining: CopiedEvent[] = [
  copied(gatheringPlanned, ({ gatheringId }) => [gatheringId]),
  copied(heldGatheringRecorded, ({ gatheringId }) => [gatheringId]),
  copied(gatheringMoved, ({ gatheringId }) => [gatheringId]),
  copied(gatheringScheduled, ({ gatheringId }) => [gatheringId]),
  copied(dayAttendanceRecorded, dayKey),
  copied(attendanceCorrected, dayKey),
  copied(absenceMadeUp, dayKey),
  copied(attendanceRecorded, ({ personId, gatheringId }) => [`${ofPerson(personId)}${gatheringId}`]),
  copied(sessionHeld, ({ sessionId }) => [sessionId]),
  copied(sessionAttendanceRecorded, sessionKey),
  copied(sessionAttendanceCorrected, sessionKey, sessionAttendanceRecorded),
];

/** Everything a person has attended, from the copies. */
export async function trainingRecordOf(lookups: Lookups, personId: string): Promise<TrainingRecord> {
  const key = ofPerson(personId);
  const [days, corrections, madeUp, whole, sessions] = await Promise.all([
    lookups.list(dayAttendanceRecorded, key),
    lookups.list(attendanceCorrected, key),
    lookups.list(absenceMadeUp, key),
    lookups.list(attendanceRecorded, key),
    lookups.list(sessionAttendanceRecorded, key),
  ]);
  const same = (a: { gatheringId: string; date: string }) => (b: { gatheringId: string; date: string }) =>
    a.gatheringId === b.gatheringId && a.date === b.date;
  const done = days.filter((day) => (corrections.find(same(day)) ?? day).status === 'attended' || madeUp.some(same(day)));
  const gatherings = await Promise.all(
    [...new Set(done.map(({ gatheringId }) => gatheringId))].map(async (gatheringId) => {
      const doneDates = done.filter((day) => day.gatheringId === gatheringId).map(({ date }) => date);
      const held = await lookups.find(heldGatheringRecorded, gatheringId);
      if (held) return { ...held, doneDates };
      const plan = (await lookups.find(gatheringPlanned, gatheringId))!;
      const { days: latest } = (await lookups.find(gatheringMoved, gatheringId)) ?? plan;
      return { programmeId: plan.programmeId, moduleIds: plan.moduleIds, dates: latest.map(({ date }) => date), doneDates };
    }),
  );
  const earlier = await Promise.all(
    whole.filter(({ status }) => status === 'attended').map(({ gatheringId }) => lookups.find(gatheringScheduled, gatheringId)),
  );
  const held = await Promise.all(
    sessions.filter(({ status }) => status === 'attended').map(({ sessionId }) => lookups.find(sessionHeld, sessionId)),
  );
  return {
    gatherings,
    earlierGatherings: earlier.filter((gathering) => gathering !== undefined),
    sessions: held.filter((session) => session !== undefined),
  };
}
