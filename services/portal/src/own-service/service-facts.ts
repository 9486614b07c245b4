import type { CurriculumDefinition, getImplementation, getStaffTraining } from '@riggen/contracts';
import type { z } from 'zod';
import type { Mark } from '../charts/SeatMarks.js';

export type Implementation = z.infer<(typeof getImplementation)['output']>;
export type StageProgress = Implementation['stages'][number];
export type Activity = StageProgress['checklist'][number];
export type TrainedPerson = z.infer<(typeof getStaffTraining)['output']>['items'][number];
type Module = CurriculumDefinition['modules'][number];

/** What is not done yet of the activities that apply. */
export const isOutstanding = ({ doneOn, waived }: Activity): boolean => !doneOn && waived === null;

export const activitiesOf = ({ stages }: Implementation): Activity[] => stages.flatMap(({ checklist }) => checklist);

/** The stage that stands first to be finished: the furthest that is open. */
export const currentStage = ({ stages }: Implementation): StageProgress | undefined => stages.findLast(({ open }) => open);

/** How many steps are told as the next. */
const mostSteps = 3;

/** What to do next in the open stages: what is planned by its day, the earliest first, then what has no day. */
export const nextSteps = ({ stages }: Implementation): Activity[] =>
  stages
    .filter(({ open }) => open)
    .flatMap(({ checklist }) => checklist.filter(isOutstanding))
    .sort((a, b) => (a.plannedFor ?? '9').localeCompare(b.plannedFor ?? '9'))
    .slice(0, mostSteps);

/** A person against a module: done, made up by a recorded lecture, enrolled, missing, or not asked of somebody in that role. */
export function markOf({ roles, missing, madeUp, enrolled }: Pick<TrainedPerson, 'roles' | 'missing' | 'madeUp' | 'enrolled'>, { moduleId, compulsoryFor }: Pick<Module, 'moduleId' | 'compulsoryFor'>): Mark {
  const done = madeUp.includes(moduleId) ? 'madeUp' : 'full';
  if (!missing.includes(moduleId)) return compulsoryFor.some((role) => roles.includes(role)) ? done : 'none';
  return enrolled.includes(moduleId) ? 'open' : 'missing';
}
