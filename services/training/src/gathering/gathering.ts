import {
  type absenceMadeUp,
  type attendanceCorrected,
  type attendanceRecorded,
  type dayAttendanceRecorded,
  type EventOf,
  type gatheringCancelled,
  type gatheringMoved,
  type gatheringPlanned,
  type gatheringPublished,
  type gatheringResized,
  type gatheringScheduled,
  type heldGatheringRecorded,
} from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';
import { type Group, type PlaceEvent, evolvePlaces } from './places.js';

/** One stream for each gathering: it owns its days, its places and waiting list, and who attended. */
export const gatheringStream = (gatheringId: string): string => `gathering-${gatheringId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type GatheringEvent =
  | EventOf<typeof gatheringScheduled>
  | EventOf<typeof attendanceRecorded>
  | EventOf<typeof gatheringPlanned>
  | EventOf<typeof heldGatheringRecorded>
  | EventOf<typeof gatheringPublished>
  | EventOf<typeof gatheringMoved>
  | EventOf<typeof gatheringResized>
  | EventOf<typeof gatheringCancelled>
  | PlaceEvent
  | EventOf<typeof dayAttendanceRecorded>
  | EventOf<typeof attendanceCorrected>
  | EventOf<typeof absenceMadeUp>;

export type Plan = EventOf<typeof gatheringPlanned>['data'];
export type AttendanceStatus = EventOf<typeof attendanceRecorded>['data']['status'];

/** What was changed in a plan, in which version of the stream. */
export interface Edit {
  version: number;
  field: 'days' | 'capacity' | 'status';
  to: string;
}

/** A person's day: the status that holds now, and the lecture that made up for it where there is one. */
export interface DayAttendance {
  status: AttendanceStatus;
  madeUpBy?: string;
}

export interface Gathering {
  /** How many events the stream has. */
  version: number;
  /** A gathering of the pilot, whose attendance is recorded for the gathering as a whole. */
  scheduled?: EventOf<typeof gatheringScheduled>['data'] & { region?: string };
  attendance: ReadonlyMap<string, EventOf<typeof attendanceRecorded>['data']>;
  /** A gathering planned in Riggen, with what has been changed since. */
  plan?: Plan;
  /** The plan as the command gave it, so that the same command again is known. */
  firstPlan?: Omit<Plan, 'curriculumVersion'>;
  /** A gathering held before Riggen. */
  held?: EventOf<typeof heldGatheringRecorded>['data'];
  status: 'planned' | 'published' | 'cancelled';
  edits: readonly Edit[];
  /** Those who have, are offered or wait for places, in the order in which they came. */
  groups: readonly Group[];
  /** By person and date. */
  presence: ReadonlyMap<string, DayAttendance>;
}

export const presenceKey = (personId: string, date: string): string => `${personId} ${date}`;

export const gathering: Evolution<Gathering, GatheringEvent> = {
  initialState: { version: 0, attendance: new Map(), status: 'planned', edits: [], groups: [], presence: new Map() },
  evolve: (state, event) => apply({ ...state, version: state.version + 1 }, event),
};

function apply(state: Gathering, event: GatheringEvent): Gathering {
  switch (event.type) {
    case 'GatheringScheduled':
      return { ...state, scheduled: { ...event.data, ...(event.organisation.region && { region: event.organisation.region }) } };
    case 'AttendanceRecorded':
      return { ...state, attendance: new Map(state.attendance).set(event.data.personId, event.data) };
    case 'GatheringPlanned': {
      const { curriculumVersion: _, ...firstPlan } = event.data;
      return { ...state, plan: event.data, firstPlan };
    }
    case 'HeldGatheringRecorded':
      return { ...state, held: event.data };
    case 'GatheringPublished':
      return edited({ ...state, status: 'published' }, 'status', 'published');
    case 'GatheringMoved':
      return edited({ ...state, plan: { ...state.plan!, days: event.data.days } }, 'days', datesOf(event.data.days).join(', '));
    case 'GatheringResized':
      return edited({ ...state, plan: { ...state.plan!, capacity: event.data.capacity } }, 'capacity', String(event.data.capacity));
    case 'GatheringCancelled':
      return edited({ ...state, status: 'cancelled' }, 'status', 'cancelled');
    case 'DayAttendanceRecorded':
    case 'AttendanceCorrected':
      return withPresence(state, event.data, { status: event.data.status });
    case 'AbsenceMadeUp': {
      const known = state.presence.get(presenceKey(event.data.personId, event.data.date));
      return withPresence(state, event.data, { status: known?.status ?? 'absent', madeUpBy: event.data.lectureId });
    }
    case 'ParticipantsEnrolled':
    case 'ParticipantsQueued':
    case 'PlacesOffered':
    case 'PlacesAccepted':
    case 'PlacesDeclined':
    case 'OfferExpired':
    case 'EnrolmentCancelled':
      return { ...state, groups: evolvePlaces(state.groups, event) };
  }
}

const edited = (state: Gathering, field: Edit['field'], to: string): Gathering => ({
  ...state,
  edits: [...state.edits, { version: state.version, field, to }],
});

const withPresence = (state: Gathering, about: { personId: string; date: string }, presence: DayAttendance): Gathering => ({
  ...state,
  presence: new Map(state.presence).set(presenceKey(about.personId, about.date), presence),
});

export const datesOf = (days: Plan['days']): string[] => days.map(({ date }) => date);
