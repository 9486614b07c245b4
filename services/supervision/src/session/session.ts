import { type EventOf, type Organisation, type sessionAttendanceCorrected, type sessionAttendanceRecorded, type sessionHeld } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each supervision session: it owns its log and who attended. */
export const sessionStream = (sessionId: string): string => `supervisionSession-${sessionId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type SessionEvent =
  | EventOf<typeof sessionHeld>
  | EventOf<typeof sessionAttendanceRecorded>
  | EventOf<typeof sessionAttendanceCorrected>;

export type AttendanceStatus = EventOf<typeof sessionAttendanceRecorded>['data']['status'];

export interface Session {
  held?: EventOf<typeof sessionHeld>['data'];
  /** The service of the group and its region; neither in the pilot. */
  organisation?: Organisation;
  /** By person, as it is after corrections, and the organisation that it was recorded in. */
  attendance: ReadonlyMap<string, { status: AttendanceStatus; organisation: Organisation }>;
}

export const session: Evolution<Session, SessionEvent> = {
  initialState: { attendance: new Map() },
  evolve(state, event) {
    switch (event.type) {
      case 'SessionHeld':
        return { ...state, held: event.data, organisation: event.organisation };
      case 'SessionAttendanceRecorded':
      case 'SessionAttendanceCorrected': {
        const { personId, status } = event.data;
        return { ...state, attendance: new Map(state.attendance).set(personId, { status, organisation: event.organisation }) };
      }
    }
  },
};
