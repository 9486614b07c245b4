import { type cancelEnrolment, enrolmentCancelled } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { datesOf, type Gathering, type GatheringEvent, presenceKey } from '../gathering.js';
import { groupOf, organisationOfGroup } from '../places.js';
import { type PlanContext, settled } from '../planned.js';

export type CancelEnrolment = z.infer<typeof cancelEnrolment.schema>;

/** Takes a person out of a gathering or its line; the place goes to those who are next. */
export function decideCancelEnrolment(command: CancelEnrolment, state: Gathering, context: PlanContext): Decision<GatheringEvent> {
  const { gatheringId, personId, reason } = command;
  return settled(state, gatheringId, context, (current) => {
    const group = groupOf(current.groups, personId);
    if (!group) return refuse('not-enrolled', 'personId', { id: personId, gathering: gatheringId });
    const attended = datesOf(current.plan!.days).find((date) => current.presence.has(presenceKey(personId, date)));
    if (attended) return refuse('cancelled-after-attendance-of-person', 'personId', { id: personId, date: attended });
    const { groupId, serviceId } = group;
    return [
      enrolmentCancelled(
        { gatheringId, groupId, serviceId, personId, ...(reason !== undefined && { reason }) },
        { occurredAt: context.now, organisation: organisationOfGroup(group) },
      ),
    ];
  });
}
