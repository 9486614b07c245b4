import { type attendanceRecorded, type EventOf, type gatheringScheduled } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each gathering: it owns its dates and who attended. */
export const gatheringStream = (gatheringId: string): string => `gathering-${gatheringId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type GatheringEvent = EventOf<typeof gatheringScheduled> | EventOf<typeof attendanceRecorded>;

export interface Gathering {
  scheduled?: EventOf<typeof gatheringScheduled>['data'];
  attendance: ReadonlyMap<string, EventOf<typeof attendanceRecorded>['data']>;
}

export const gathering: Evolution<Gathering, GatheringEvent> = {
  initialState: { attendance: new Map() },
  evolve(state, event) {
    switch (event.type) {
      case 'GatheringScheduled':
        return { ...state, scheduled: event.data };
      case 'AttendanceRecorded':
        return { ...state, attendance: new Map(state.attendance).set(event.data.personId, event.data) };
    }
  },
};
