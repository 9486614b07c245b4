import type { Stage } from '@riggen/contracts';
import { daysBetween } from '@riggen/event-sourcing';
import { activityIn, type Implementation, type Spell } from './implementation.js';
import { stages, type Template } from './template.js';

/** The checklist of a stage: the national activities, then the service's own. */
export function checklistOf(state: Implementation, template: Template, stage: Stage) {
  const national = template.stages.find((entry) => entry.stage === stage)!.activities.map((activity) => ({ ...activity, local: false }));
  const local = state.local
    .filter((activity) => activity.stage === stage)
    .map(({ activityId, title }) => ({ activityId, title: { nb: title, nn: title, en: title }, local: true }));
  return [...national, ...local].map((activity) => ({ ...activity, ...activityIn(state, activity.activityId) }));
}

/** What is neither done nor waived of a stage. */
export const outstandingIn = (state: Implementation, template: Template, stage: Stage) =>
  checklistOf(state, template, stage).filter(({ doneOn, waived }) => !doneOn && !waived);

/** Days spent in a stage until a day, all times together; the day of leaving counts as out. */
export function daysInStage(spells: readonly Spell[], stage: Stage, day: string): number {
  const until = (spell: Spell) => (spell.to && spell.to <= day ? spell.to : day);
  return spells
    .filter((spell) => spell.stage === stage && spell.from <= day)
    .reduce((sum, spell) => sum + daysBetween(spell.from, until(spell)) - 1, 0);
}

/** The stages that a service is in on a day, in their order. */
export const openStages = (spells: readonly Spell[], day: string): Stage[] =>
  stages.filter((stage) => spells.some((spell) => spell.stage === stage && spell.from <= day && (!spell.to || spell.to > day)));

/** What keeps the programme from being implemented in the service on a day, by the rule of the template; nothing when it is. */
export function missingForImplemented(state: Implementation, template: Template, day: string): { kind: 'stage' | 'activity' | 'assessment' | 'driver'; id: string }[] {
  const { stage, activities, drivers, driverScore, assessedWithinDays } = template.implementedWhen;
  const done = (id: string) => (activityIn(state, id).doneOn ?? '9') <= day;
  const latest = state.assessments.filter(({ on }) => on <= day).at(-1);
  const isFresh = latest && daysBetween(latest.on, day) - 1 <= assessedWithinDays;
  return [
    ...(openStages(state.spells, day).includes(stage) ? [] : [{ kind: 'stage' as const, id: stage }]),
    ...activities.filter((id) => !done(id)).map((id) => ({ kind: 'activity' as const, id })),
    ...(isFresh
      ? drivers.filter((id) => (latest.scores.find(({ itemId }) => itemId === id)?.score ?? 0) < driverScore).map((id) => ({ kind: 'driver' as const, id }))
      : [{ kind: 'assessment' as const, id: 'drivers' }]),
  ];
}
