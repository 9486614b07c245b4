import type { Caller } from '@riggen/contracts';
import type { MatrixRow } from './matrix/row.js';
import { covers, type Subject } from './scope.js';

/**
 * Whether a caller may do what a row of the matrix is about, to a subject. The system acts inside a service and is trusted; an
 * operator, who has the machine, may do everything.
 */
export function mayDo(row: MatrixRow | undefined, caller: Caller, subject: Subject): boolean {
  if (caller.kind === 'system') return true;
  if (!row) return false;
  if (row.link || (row.open && isOfUs(caller))) return true;
  if (row.self && caller.kind === 'person' && subject.person === caller.id) return true;
  return caller.grants.some(({ role, unit }) => (role === 'operator' || row.roles.includes(role)) && covers(unit, subject));
}

/** Whoever holds a role, anywhere: a sign-in alone tells no more than that somebody is a person of this country. */
const isOfUs = ({ grants }: Caller): boolean => grants.length > 0;

/** Who acts when a service does something of itself: a reaction or a start. Trusted in its process, and never sent over NATS. */
export const systemCaller = (id: string): Caller => ({ kind: 'system', id, grants: [] });

/** Who acts when the command line of the machine does. */
export const operatorCaller: Caller = { kind: 'program', id: 'operator', grants: [{ role: 'operator', unit: { level: 'nation' } }] };

/** Whether a row lets the caller do something to at least one subject, as far as roles can tell: what a menu may offer. */
export function mayAnywhere(row: MatrixRow | undefined, caller: Caller): boolean {
  if (!row) return false;
  if (row.link || ((row.open || row.self) && caller.grants.length > 0)) return true;
  return caller.grants.some(({ role }) => role === 'operator' || row.roles.includes(role));
}
