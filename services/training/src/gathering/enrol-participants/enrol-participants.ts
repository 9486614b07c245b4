import { type enrolParticipants, type Organisation } from '@riggen/contracts';
import { calendarDateOf, type Decision, isRefusal, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';
import { enrolled, groupOf, type PlaceEvent } from '../places.js';
import { lastDateOf, openPlan, type PlanContext, settled } from '../planned.js';

export type EnrolParticipants = z.infer<typeof enrolParticipants.schema>;

/** What enrolment needs to know: the service, and who of those enrolled are not employed there. */
export interface EnrolContext extends PlanContext {
  organisation: Organisation | undefined;
  notEmployed: readonly string[];
}

/**
 * Enrols people of a service who are kept together: all get places at once where nobody waits and all fit, else all wait in
 * line. One person is a group of one.
 */
export function decideEnrolParticipants(command: EnrolParticipants, state: Gathering, context: EnrolContext): Decision<GatheringEvent> {
  const { gatheringId, groupId, serviceId } = command;
  const personIds = [...new Set(command.personIds)];
  const { now, organisation, notEmployed } = context;
  return settled(state, gatheringId, context, (current, rules): Decision<PlaceEvent> => {
    const plan = openPlan(current, gatheringId);
    if (isRefusal(plan)) return plan;
    const known = current.groups.find((group) => group.groupId === groupId);
    if (known && samePeople(known.personIds, personIds)) return [];
    if (known) return refuse('group-known', 'groupId', { id: groupId });
    if (current.status !== 'published') return refuse('gathering-not-published', 'gatheringId', { id: gatheringId });
    const endsOn = lastDateOf(plan);
    if (endsOn < calendarDateOf(now)) return refuse('gathering-over', 'gatheringId', { id: gatheringId, endsOn });
    if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: serviceId });
    for (const [index, id] of command.personIds.entries()) {
      if (notEmployed.includes(id)) return refuse('unknown-employee', `personIds.${index}`, { id, service: serviceId });
      if (groupOf(current.groups, id)) return refuse('already-enrolled', `personIds.${index}`, { id });
    }
    if (personIds.length > plan.capacity) {
      return refuse('group-larger-than-capacity', 'personIds', { people: personIds.length, capacity: plan.capacity });
    }
    const group = { groupId, serviceId, region: organisation.region, personIds, status: 'waiting' as const };
    return [enrolled(current.groups, group, rules, now)];
  });
}

const samePeople = (known: readonly string[], given: readonly string[]): boolean =>
  known.length === given.length && known.every((id) => given.includes(id));
