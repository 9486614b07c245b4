import { describe, expect, it } from '@jest/globals';
import { type Activity, currentStage, type Implementation, markOf, nextSteps, type StageProgress } from './service-facts.js';

const activity = (activityId: string, given: Partial<Activity> = {}): Activity => ({
  ...{ activityId, title: { nb: activityId, nn: activityId, en: activityId }, local: false, plannedFor: null, doneOn: null, waived: null, version: 0 },
  ...given,
});
const stage = (name: StageProgress['stage'], open: boolean, ...checklist: Activity[]) => ({ stage: name, open, checklist }) as StageProgress;
const service = (...stages: StageProgress[]) => ({ stages }) as Implementation;

describe('what a service does next', () => {
  it('is what is planned first in the open stages, then what has no day; nothing that is done or does not apply', () => {
    const steps = nextSteps(
      service(
        stage('exploration', false, activity('left', { plannedFor: '2026-01-01' })),
        stage('installation', true, activity('no-day'), activity('done', { doneOn: '2026-02-01' }), activity('waived', { waived: 'why' }), activity('later', { plannedFor: '2026-05-01' }), activity('soon', { plannedFor: '2026-03-01' })),
      ),
    );
    expect(steps.map(({ activityId }) => activityId)).toEqual(['soon', 'later', 'no-day']);
  });

  it('lies in the furthest stage that is open', () => {
    expect(currentStage(service(stage('exploration', true), stage('installation', true), stage('full_implementation', false)))?.stage).toBe('installation');
    expect(currentStage(service(stage('exploration', false)))).toBeUndefined();
  });
});

describe('a person against what is asked', () => {
  const person = { roles: ['caseworker' as const], missing: ['m2', 'm3'], madeUp: ['m5'], enrolled: ['m3'] };
  it.each([
    ['m1', ['caseworker'], 'full'],
    ['m2', ['caseworker'], 'missing'],
    ['m3', ['caseworker'], 'open'],
    ['m4', ['local_leader'], 'none'],
    ['m5', ['caseworker'], 'madeUp'],
  ] as const)('%s, compulsory for %j: %s', (moduleId, compulsoryFor, mark) => {
    expect(markOf(person, { moduleId, compulsoryFor: [...compulsoryFor] })).toBe(mark);
  });
});
