import { type EventOf, type Organisation, type sessionAttendanceRecorded, type sessionHeld } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each supervision session: it owns its log and who attended. */
export const sessionStream = (sessionId: string): string => `supervisionSession-${sessionId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type SessionEvent = EventOf<typeof sessionHeld> | EventOf<typeof sessionAttendanceRecorded>;

export interface Session {
  held?: EventOf<typeof sessionHeld>['data'];
  /** The service of the group and its region; neither in the pilot. */
  organisation?: Organisation;
  attendance: ReadonlyMap<string, EventOf<typeof sessionAttendanceRecorded>['data']>;
}

export const session: Evolution<Session, SessionEvent> = {
  initialState: { attendance: new Map() },
  evolve(state, event) {
    switch (event.type) {
      case 'SessionHeld':
        return { ...state, held: event.data, organisation: event.organisation };
      case 'SessionAttendanceRecorded':
        return { ...state, attendance: new Map(state.attendance).set(event.data.personId, event.data) };
    }
  },
};
