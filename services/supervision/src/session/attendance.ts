import { type EventOf, type Organisation, sessionAttendanceRecorded, type sessionHeld } from '@riggen/contracts';
import { type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { AttendanceStatus, Session, SessionEvent } from './session.js';

interface Present {
  personId: string;
  status: AttendanceStatus;
}

/** A session that was held, as it is logged already or about to be. */
type HeldSession = Session & { held: EventOf<typeof sessionHeld>['data'] };

/**
 * Records the attendance of some people, or refuses it at the first who cannot have attended. Who is recorded already with the
 * same status is passed over; another status is a correction and needs its reason. `employedIn` has the organisation of whoever
 * may attend, and `fieldOf` says where in the command a person stands.
 */
export function recordAttendance(
  people: readonly Present[],
  { held: { sessionId, heldOn: date }, organisation: ofGroup, attendance }: HeldSession,
  employedIn: ReadonlyMap<string, Organisation | undefined>,
  fieldOf: (index: number, field: keyof Present) => string,
): Decision<SessionEvent> {
  const given = new Map([...attendance].map(([personId, { status }]) => [personId, status]));
  const events: SessionEvent[] = [];
  for (const [index, { personId, status }] of people.entries()) {
    const known = given.get(personId);
    if (known === status) continue;
    if (known) return refuse('attendance-of-session-known', fieldOf(index, 'status'), { id: personId, date });
    const organisation = employedIn.get(personId);
    if (!organisation) return refuse(ofGroup?.service ? 'unknown-in-service' : 'unknown-person', fieldOf(index, 'personId'), { id: personId, date });
    given.set(personId, status);
    events.push(sessionAttendanceRecorded({ sessionId, personId, status }, { occurredAt: startOfDay(date), organisation }));
  }
  return events;
}
