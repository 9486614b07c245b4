import { type awardCertificate, certificateAwarded, type CurriculumDefinition, type Organisation } from '@riggen/contracts';
import { calendarDateOf, daysAfter, type Decision, monthsAfter, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { progressOf, type TrainingRecord } from '../progress.js';
import { holds, type Qualification, type QualificationEvent } from '../qualification.js';

export type AwardCertificate = z.infer<typeof awardCertificate.schema>;

/** What an award needs to know. `code` is new and random. */
export interface AwardContext {
  now: string;
  code: string;
  curriculum: CurriculumDefinition | undefined;
  record: TrainingRecord;
  organisation: Organisation | undefined;
}

/**
 * Awards the certificate when every compulsory module is attended or made up and the supervision sessions are there. When the
 * last certificate is over, sessions count from its award.
 */
export function decideAwardCertificate(
  { personId, programmeId }: AwardCertificate,
  state: Qualification,
  { now, code, curriculum, record, organisation }: AwardContext,
): Decision<QualificationEvent> {
  const today = calendarDateOf(now);
  if (!curriculum) return refuse('unknown-programme', 'programmeId', { id: programmeId });
  if (!organisation) return refuse('unknown-person', 'personId', { id: personId });
  if (holds(state, today)) return [];
  const since = state.certificate?.revoked ? '' : state.certificate?.awardedOn;
  const { doneModules, missingModules, sessions, missingSessions } = progressOf(curriculum, record, since);
  if (missingModules.length || missingSessions) {
    const modules = missingModules.join(', ') || '–';
    return refuse('certification-incomplete', 'personId', { id: personId, modules, sessions: missingSessions });
  }
  const validUntil = daysAfter(monthsAfter(today, curriculum.certification.validMonths), -1);
  return [
    certificateAwarded(
      {
        ...{ personId, programmeId, code, curriculumVersion: curriculum.version, moduleIds: doneModules },
        ...{ supervisionSessions: sessions, awardedOn: today, validUntil },
      },
      { occurredAt: now, organisation },
    ),
  ];
}
