import type {
  activityCompleted,
  activityPlanned,
  activityReopened,
  activityWaived,
  driversAssessed,
  EventOf,
  implementationStarted,
  localActivityAdded,
  localPlanRevised,
  Organisation,
  readinessMapped,
  Stage,
  stageEntered,
  stageLeft,
} from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each programme in each service. */
export const implementationStream = ({ serviceId, programmeId }: { serviceId: string; programmeId: string }): string =>
  `implementation-${serviceId}@${programmeId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type ImplementationEvent =
  | EventOf<typeof implementationStarted>
  | EventOf<typeof stageEntered>
  | EventOf<typeof stageLeft>
  | EventOf<typeof localActivityAdded>
  | EventOf<typeof activityPlanned>
  | EventOf<typeof activityCompleted>
  | EventOf<typeof activityReopened>
  | EventOf<typeof activityWaived>
  | EventOf<typeof readinessMapped>
  | EventOf<typeof driversAssessed>
  | EventOf<typeof localPlanRevised>;

type DataOf<Type extends ImplementationEvent['type']> = Extract<ImplementationEvent, { type: Type }>['data'];

/** A time in a stage; `to` is the day on which it was left. */
export interface Spell {
  stage: Stage;
  from: string;
  to?: string;
}

/** What is recorded of an activity. `version` is that of the stream when it was last changed, `change` says what was done then. */
export interface ActivityState {
  plannedFor?: string;
  doneOn?: string;
  waived?: string;
  version: number;
  change: string;
}

export interface Implementation {
  started?: DataOf<'ImplementationStarted'>;
  organisation: Organisation;
  /** How many events there are. */
  version: number;
  spells: Spell[];
  local: DataOf<'LocalActivityAdded'>[];
  activities: Record<string, ActivityState>;
  readiness: Record<string, DataOf<'ReadinessMapped'>>;
  assessments: DataOf<'DriversAssessed'>[];
  plan?: DataOf<'LocalPlanRevised'>;
}

/** The programme in the service, before and after each of its events. */
export const implementation: Evolution<Implementation, ImplementationEvent> = {
  initialState: { organisation: {}, version: 0, spells: [], local: [], activities: {}, readiness: {}, assessments: [] },
  evolve(before, event) {
    const state = { ...before, version: before.version + 1 };
    switch (event.type) {
      case 'ImplementationStarted':
        return { ...state, started: event.data, organisation: event.organisation, spells: [{ stage: 'exploration', from: event.data.startedOn }] };
      case 'StageEntered':
        return { ...state, spells: [...state.spells, { stage: event.data.stage, from: event.data.on }] };
      case 'StageLeft': {
        const { stage, on } = event.data;
        return { ...state, spells: state.spells.map((spell) => (spell.stage === stage && !spell.to ? { ...spell, to: on } : spell)) };
      }
      case 'LocalActivityAdded':
        return { ...state, local: [...state.local, event.data] };
      case 'ActivityPlanned': {
        const { activityId, plannedFor } = event.data;
        const { plannedFor: _, ...others } = activityIn(state, activityId);
        return withActivity(state, activityId, { ...others, ...(plannedFor && { plannedFor }) }, `plannedFor: ${plannedFor ?? '–'}`);
      }
      case 'ActivityCompleted': {
        const { activityId, doneOn } = event.data;
        const { waived: _, ...others } = activityIn(state, activityId);
        return withActivity(state, activityId, { ...others, doneOn }, `doneOn: ${doneOn}`);
      }
      case 'ActivityReopened': {
        const { doneOn: _, waived: __, ...others } = activityIn(state, event.data.activityId);
        return withActivity(state, event.data.activityId, others, `reopened: ${event.data.reason}`);
      }
      case 'ActivityWaived': {
        const { activityId, reason } = event.data;
        const { doneOn: _, ...others } = activityIn(state, activityId);
        return withActivity(state, activityId, { ...others, waived: reason }, `waived: ${reason}`);
      }
      case 'ReadinessMapped':
        return { ...state, readiness: { ...state.readiness, [event.data.factorId]: event.data } };
      case 'DriversAssessed':
        return { ...state, assessments: [...state.assessments, event.data].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
      case 'LocalPlanRevised':
        return { ...state, plan: event.data };
    }
  },
};

/** What is recorded of an activity; nothing yet at version 0. */
export const activityIn = ({ activities }: Implementation, activityId: string): ActivityState =>
  activities[activityId] ?? { version: 0, change: '' };

const withActivity = (state: Implementation, activityId: string, activity: ActivityState, change: string): Implementation => ({
  ...state,
  activities: { ...state.activities, [activityId]: { ...activity, version: state.version, change } },
});

/** The time in a stage that goes on. */
export const openSpell = ({ spells }: Implementation, stage: Stage): Spell | undefined =>
  spells.find((spell) => spell.stage === stage && !spell.to);
