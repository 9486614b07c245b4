import { describe, expect, it } from '@jest/globals';
import {
  activityCompleted,
  activityPlanned,
  activityReopened,
  activityWaived,
  driversAssessed,
  implementationStarted,
  localActivityAdded,
  localPlanRevised,
  readinessMapped,
  stageEntered,
  stageLeft,
} from '@riggen/contracts';
import { fold, specification } from '@riggen/event-sourcing';
import { type AssessDrivers, decideAssessDrivers, decideMapReadiness, type MapReadiness } from './assess/assess.js';
import { decideAddLocalActivity, decideCompleteActivity, decidePlanActivity, decideReopenActivity, decideWaiveActivity } from './checklist/checklist.js';
import { implementation, type ImplementationEvent } from './implementation.js';
import { decideReviseLocalPlan } from './local-plan/local-plan.js';
import { decideEnterStage, decideLeaveStage } from './move-stage/move-stage.js';
import { daysInStage, missingForImplemented, openStages } from './progress.js';
import { decideStartImplementation } from './start-implementation/start-implementation.js';
import { newestTemplate } from './template.js';

const now = '2026-11-02T10:00:00.000Z';
const organisation = { service: 'p01', region: 'nord' };
const about = { occurredAt: now, organisation };
const of = { serviceId: 'p01', programmeId: 'grunnmodellen-4-12' };
const started = implementationStarted({ ...of, startedOn: '2026-01-01', templateVersion: 1 }, about);
const done = (activityId: string, doneOn = '2026-02-01') => activityCompleted({ ...of, activityId, doneOn }, about);
const exploration = newestTemplate.stages[0]!.activities.map(({ activityId }) => activityId);

describe('starting to implement a programme', () => {
  const { given } = specification(implementation, decideStartImplementation);
  const command = { ...of, startedOn: '2026-01-01' };
  const context = { now, organisation };

  it('begins with exploration, by the newest checklist, once', () => {
    given().when(command, context).then(started);
    given(started).when(command, context).thenNothing();
    given(started).when({ ...command, startedOn: '2026-02-01' }, context).thenRefused('implementation-started', { field: 'startedOn' });
    expect(openStages(fold(implementation, [started]).spells, '2026-01-01')).toEqual(['exploration']);
  });

  it('refuses an unknown service, a programme without a checklist, and a day that has not come', () => {
    given().when(command, { ...context, organisation: undefined }).thenRefused('unknown-service-unit', { field: 'serviceId' });
    given().when({ ...command, programmeId: 'x' }, context).thenRefused('unknown-programme-to-implement', { field: 'programmeId' });
    given().when({ ...command, startedOn: '2027-01-01' }, context).thenRefused('date-after-today', { field: 'startedOn' });
  });
});

describe('moving between stages', () => {
  const enter = specification(implementation, decideEnterStage).given;
  const leave = specification(implementation, decideLeaveStage).given;
  const installation = { ...of, stage: 'installation', on: '2026-03-01' } as const;
  const entered = stageEntered(installation, about);
  const completed = { ...of, stage: 'exploration', on: '2026-03-01', outcome: 'completed' } as const;

  it('lets stages overlap', () => {
    enter(started).when(installation, { now }).then(entered);
    expect(openStages(fold<ReturnType<typeof implementation.evolve>, ImplementationEvent>(implementation, [started, entered]).spells, '2026-03-01')).toEqual(['exploration', 'installation']);
  });

  it('leaves a stage as completed only when its checklist is done, or does not apply', () => {
    leave(started, ...exploration.slice(1).map((id) => done(id))).when(completed, { now }).thenRefused('stage-not-complete', { field: 'stage' });
    leave(started, ...exploration.slice(1).map((id) => done(id)), activityWaived({ ...of, activityId: exploration[0]!, reason: 'Gjort i piloten' }, about))
      .when(completed, { now })
      .then(stageLeft(completed, about));
  });

  it("asks for the service's own activities too", () => {
    leave(started, ...exploration.map((id) => done(id)), localActivityAdded({ ...of, activityId: 'own', stage: 'exploration', title: 'Folkemøte' }, about))
      .when(completed, { now })
      .thenRefused('stage-not-complete');
  });

  it('goes back with a reason, and can enter the stage again', () => {
    const back = { ...completed, outcome: 'went_back', reason: 'Ny ledelse' } as const;
    leave(started).when({ ...back, reason: undefined }, { now }).thenRefused('missing-reason', { field: 'reason' });
    leave(started).when(back, { now }).then(stageLeft(back, about));
    enter(started, stageLeft(back, about)).when({ ...of, stage: 'exploration', on: '2026-04-01' }, { now }).then(stageEntered({ ...of, stage: 'exploration', on: '2026-04-01' }, about));
    enter(started, stageLeft(back, about)).when({ ...of, stage: 'exploration', on: '2026-02-01' }, { now }).thenRefused('stage-left-later', { field: 'on' });
  });

  it('refuses a stage that is open, one that is not, and days that do not fit', () => {
    enter(started, entered).when({ ...installation, on: '2026-04-01' }, { now }).thenRefused('stage-open', { field: 'stage' });
    leave(started).when({ ...completed, stage: 'installation' }, { now }).thenRefused('stage-not-open', { field: 'stage' });
    enter(started).when({ ...installation, on: '2025-12-31' }, { now }).thenRefused('before-implementation', { field: 'on' });
    enter(started).when({ ...installation, on: '2027-01-01' }, { now }).thenRefused('date-after-today', { field: 'on' });
    enter().when(installation, { now }).thenRefused('implementation-not-started');
  });
});

describe('the checklist', () => {
  const activity = { ...of, activityId: 'leaders_anchored' };
  const planned = activityPlanned({ ...activity, plannedFor: '2027-02-01' }, about);

  it('plans, completes, reopens and waives an activity', () => {
    specification(implementation, decidePlanActivity).given(started).when({ ...activity, plannedFor: '2027-02-01' }, { now }).then(planned);
    const complete = specification(implementation, decideCompleteActivity).given;
    complete(started, planned).when({ ...activity, doneOn: '2026-02-01' }, { now }).then(done('leaders_anchored'));
    complete(started, done('leaders_anchored')).when({ ...activity, doneOn: '2026-02-01' }, { now }).thenNothing();
    complete(started, done('leaders_anchored')).when({ ...activity, doneOn: '2026-03-01' }, { now }).thenRefused('activity-done', { field: 'doneOn' });
    complete(started).when({ ...activity, doneOn: '2027-03-01' }, { now }).thenRefused('date-after-today', { field: 'doneOn' });
    const reason = 'Feil dato';
    specification(implementation, decideReopenActivity).given(started, done('leaders_anchored')).when({ ...activity, reason }, { now }).then(activityReopened({ ...activity, reason }, about));
    specification(implementation, decideWaiveActivity).given(started).when({ ...activity, reason }, { now }).then(activityWaived({ ...activity, reason }, about));
  });

  it('plans no further ahead than ten years: a wrong year shows', () => {
    const { given } = specification(implementation, decidePlanActivity);
    given(started).when({ ...activity, plannedFor: '2036-12-31' }, { now }).then(activityPlanned({ ...activity, plannedFor: '2036-12-31' }, about));
    given(started).when({ ...activity, plannedFor: '2207-02-01' }, { now }).thenRefused('planned-too-far', { field: 'plannedFor' });
    given(started, planned).when({ ...activity, plannedFor: null }, { now }).then(activityPlanned({ ...activity, plannedFor: null }, about));
  });

  it('tells the second of two what the first has changed', () => {
    const { given } = specification(implementation, decideCompleteActivity);
    const late = given(started, planned).when({ ...activity, doneOn: '2026-02-01', seenVersion: 0 }, { now });
    late.thenRefused('changed-meanwhile', { field: 'seenVersion' });
    expect(late.decision).toMatchObject({ params: { what: 'leaders_anchored', change: 'plannedFor: 2027-02-01' } });
    given(started, planned).when({ ...activity, doneOn: '2026-02-01', seenVersion: 2 }, { now }).then(done('leaders_anchored'));
    given(started, planned, done('roles_named')).when({ ...activity, doneOn: '2026-02-01', seenVersion: 2 }, { now }).then(done('leaders_anchored'));
  });

  it('takes local activities under keys of their own, and knows no others', () => {
    const own = { ...of, activityId: 'own', stage: 'exploration', title: 'Folkemøte' } as const;
    const { given } = specification(implementation, decideAddLocalActivity);
    given(started).when(own, { now }).then(localActivityAdded(own, about));
    given(started).when({ ...own, activityId: 'leaders_anchored' }, { now }).thenRefused('national-activity', { field: 'activityId' });
    specification(implementation, decideCompleteActivity).given(started).when({ ...of, activityId: 'own', doneOn: '2026-02-01' }, { now }).thenRefused('unknown-activity', { field: 'activityId' });
  });
});

describe('readiness, drivers and the local plan', () => {
  const factor: MapReadiness = { ...of, factorId: 'workload', kind: 'barrier', note: 'Mange saker', on: '2026-01-10' };
  const assessment: AssessDrivers = { ...of, on: '2026-10-01', scores: [{ itemId: 'supervision', score: 2 }, { itemId: 'decision_support', score: 2 }] };
  const plan = { aim: 'Alle opplært i 2027', participants: { caseworkers: 12, supervisors: 2, leaders: 1 }, steps: [] };

  it('keeps the newest of each factor, and every assessment', () => {
    specification(implementation, decideMapReadiness).given(started).when(factor, { now }).then(readinessMapped(factor, about));
    specification(implementation, decideMapReadiness).given(started).when({ ...factor, factorId: 'x' }, { now }).thenRefused('unknown-factor');
    const { given } = specification(implementation, decideAssessDrivers);
    given(started).when(assessment, { now }).then(driversAssessed(assessment, about));
    given(started, driversAssessed(assessment, about)).when({ ...assessment, scores: [{ itemId: 'training', score: 0 }] }, { now }).thenRefused('assessed-that-day');
    given(started).when({ ...assessment, scores: [{ itemId: 'x', score: 0 }] }, { now }).thenRefused('unknown-driver-item');
  });

  it('writes the plan on the revision that was seen, and tells what changed when that is old', () => {
    const { given } = specification(implementation, decideReviseLocalPlan);
    const first = localPlanRevised({ ...of, plan, revision: 1 }, about);
    given(started).when({ ...of, plan, seenRevision: 0 }, { now }).then(first);
    const mine = { ...plan, aim: 'Alle opplært i 2028' };
    given(started, first).when({ ...of, plan: mine, seenRevision: 1 }, { now }).then(localPlanRevised({ ...of, plan: mine, revision: 2 }, about));
    const late = given(started, first).when({ ...of, plan: mine, seenRevision: 0 }, { now });
    late.thenRefused('changed-meanwhile');
    expect(late.decision).toMatchObject({ params: { change: 'aim' } });
  });

  it('refuses steps that stand twice, are done on a day to come, or due too far ahead', () => {
    const { given } = specification(implementation, decideReviseLocalPlan);
    const step = { stepId: 's1', title: 'Bestille lokale', dueOn: '2027-02-01' };
    const revise = (...steps: (typeof step & { doneOn?: string })[]) => given(started).when({ ...of, plan: { ...plan, steps }, seenRevision: 0 }, { now });
    revise(step).then(localPlanRevised({ ...of, plan: { ...plan, steps: [step] }, revision: 1 }, about));
    revise(step, step).thenRefused('repeated-entry', { field: 'plan.steps.1.stepId' });
    revise({ ...step, doneOn: '2026-11-03' }).thenRefused('date-after-today', { field: 'plan.steps.0.doneOn' });
    revise({ ...step, dueOn: '2207-02-01' }).thenRefused('planned-too-far', { field: 'plan.steps.0.dueOn' });
  });

  it('counts as implemented only when quality assurance runs in ordinary operation', () => {
    const rule = newestTemplate.implementedWhen;
    const inOperation: ImplementationEvent[] = [
      started,
      stageEntered({ ...of, stage: 'full_implementation', on: '2026-09-01' }, about),
      ...rule.activities.map((id) => done(id, '2026-09-15')),
      driversAssessed(assessment, about),
    ];
    const missing = (events: ImplementationEvent[], day = '2026-11-01') => missingForImplemented(fold(implementation, events), newestTemplate, day);
    expect(missing(inOperation)).toEqual([]);
    expect(missing(inOperation.filter(({ type }) => type !== 'StageEntered'))).toEqual([{ kind: 'stage', id: 'full_implementation' }]);
    expect(missing([...inOperation, activityReopened({ ...of, activityId: 'feedback_used', reason: 'Stoppet' }, about)])).toEqual([{ kind: 'activity', id: 'feedback_used' }]);
    expect(missing([...inOperation, driversAssessed({ ...assessment, on: '2026-10-20', scores: [{ itemId: 'supervision', score: 1 }] }, about)])).toEqual([
      { kind: 'driver', id: 'supervision' },
      { kind: 'driver', id: 'decision_support' },
    ]);
    expect(missing(inOperation, '2027-10-02')).toEqual([{ kind: 'assessment', id: 'drivers' }]);
    expect(missing([started]).length).toBe(2 + rule.activities.length);
  });

  it('counts the days of a stage over all times in it', () => {
    const spells = [{ stage: 'installation' as const, from: '2026-01-01', to: '2026-01-11' }, { stage: 'installation' as const, from: '2026-02-01' }];
    expect([daysInStage(spells, 'installation', '2026-01-06'), daysInStage(spells, 'installation', '2026-01-20'), daysInStage(spells, 'installation', '2026-02-06')]).toEqual([5, 10, 15]);
  });
});
