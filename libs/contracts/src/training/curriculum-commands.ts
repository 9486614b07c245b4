import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, key, meetingFormat, shortText, targetGroup } from '../primitives.js';

/** What a person does in a service, as far as training goes. */
export const staffRole = z.enum(['caseworker', 'local_supervisor', 'local_leader']);
export type StaffRole = z.infer<typeof staffRole>;

export const title = z.object({ nb: shortText, nn: shortText.optional(), en: shortText.optional() });

const lecture = z.object({ lectureId: key, title }).describe('A recorded lecture that makes up for a day that was missed');

/** A part of a curriculum that a gathering can give. */
export const curriculumModule = z.object({
  moduleId: key,
  title,
  format: meetingFormat,
  days: z.int().min(1).max(10),
  compulsoryFor: z.array(staffRole).max(3),
  lectures: z.array(lecture).max(20),
});

/**
 * A curriculum as data: modules in their order, what earlier gatherings (held before there were curricula, known by the number in
 * their course) gave, how many hours an offered place stands open, and what certification asks. A version never changes once it is defined. `validFrom`: the version
 * is for whoever begins on that day or later.
 */
export const curriculumDefinition = z.object({
  programmeId: key,
  version: z.int().min(1),
  validFrom: calendarDate,
  name: title,
  targetGroup: targetGroup.describe('Whose supervision sessions, and which earlier gatherings, count'),
  modules: z.array(curriculumModule).min(1).max(40),
  earlierGatherings: z
    .array(z.object({ number: z.int().min(1).max(99), modules: z.array(key).min(1).max(40) }))
    .max(40),
  offerHours: z.int().min(1).max(720).describe('How long an offered place stands open'),
  certification: z.object({
    supervisionSessions: z.int().min(0).max(100).describe('Supervision sessions to have attended'),
    validMonths: z.int().min(1).max(240),
  }),
});
export type CurriculumDefinition = z.infer<typeof curriculumDefinition>;

export const defineCurriculum = defineCommand({
  service: 'training',
  name: 'define-curriculum',
  summary: 'Define a new version of a programme\'s curriculum',
  schema: curriculumDefinition,
});
