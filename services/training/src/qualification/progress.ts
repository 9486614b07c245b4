import type { CurriculumDefinition } from '@riggen/contracts';

/** What a person has attended, as far as certification needs to know: the latest state of each day. */
export interface TrainingRecord {
  gatherings: readonly { programmeId: string; moduleIds: readonly string[]; dates: readonly string[]; doneDates: readonly string[] }[];
  /** Gatherings of the pilot, attended as a whole. */
  earlierGatherings: readonly { targetGroup: string; number: number; startsOn: string }[];
  sessions: readonly { targetGroup: string; heldOn: string }[];
}

/** Done and missing of what certification asks. */
export interface Progress {
  doneModules: string[];
  missingModules: string[];
  sessions: number;
  missingSessions: number;
}

const isDone = ({ dates, doneDates }: TrainingRecord['gatherings'][number]): boolean => dates.every((date) => doneDates.includes(date));

/** The modules that a person has attended or made up: every day of a gathering gives the gathering's modules. */
export function doneModules({ programmeId, targetGroup, modules, earlierGatherings }: CurriculumDefinition, record: TrainingRecord): string[] {
  const given = record.gatherings
    .filter((gathering) => gathering.programmeId === programmeId && isDone(gathering))
    .flatMap(({ moduleIds }) => moduleIds);
  const earlier = record.earlierGatherings
    .filter((gathering) => gathering.targetGroup === targetGroup)
    .flatMap(({ number }) => earlierGatherings.filter((entry) => entry.number === number).flatMap((entry) => entry.modules));
  const done = new Set([...given, ...earlier]);
  return modules.map(({ moduleId }) => moduleId).filter((moduleId) => done.has(moduleId));
}

/** What a caseworker has done and lacks for the certificate. Sessions count from the day after `since`, an earlier award, where there is one. */
export function progressOf(curriculum: CurriculumDefinition, record: TrainingRecord, since = ''): Progress {
  const compulsory = curriculum.modules.filter(({ compulsoryFor }) => compulsoryFor.includes('caseworker')).map(({ moduleId }) => moduleId);
  const done = doneModules(curriculum, record);
  const sessions = record.sessions.filter(({ targetGroup, heldOn }) => targetGroup === curriculum.targetGroup && heldOn > since).length;
  return {
    doneModules: compulsory.filter((moduleId) => done.includes(moduleId)),
    missingModules: compulsory.filter((moduleId) => !done.includes(moduleId)),
    sessions,
    missingSessions: Math.max(0, curriculum.certification.supervisionSessions - sessions),
  };
}

/** The first day of the first gathering of a programme that somebody attended in full: the version that applied then is the person's. */
export function beganOn({ programmeId, targetGroup }: Pick<CurriculumDefinition, 'programmeId' | 'targetGroup'>, record: TrainingRecord): string | undefined {
  const days = [
    ...record.gatherings.filter((gathering) => gathering.programmeId === programmeId && isDone(gathering)).map(({ dates }) => dates[0]!),
    ...record.earlierGatherings.filter((gathering) => gathering.targetGroup === targetGroup).map(({ startsOn }) => startsOn),
  ];
  return days.sort()[0];
}
