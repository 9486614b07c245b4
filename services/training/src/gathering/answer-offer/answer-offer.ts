import { type acceptPlaces, placesAccepted, placesDeclined } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';
import { aboutGroup, organisationOfGroup } from '../places.js';
import { type PlanContext, settled } from '../planned.js';

export type AnswerOffer = z.infer<typeof acceptPlaces.schema>;

/** Takes the places that a group was offered, in time. */
export function decideAcceptPlaces(command: AnswerOffer, state: Gathering, context: PlanContext): Decision<GatheringEvent> {
  return answer(command, state, context, 'placed');
}

/** Says no to the places that a group was offered; they go to those who are next. */
export function decideDeclinePlaces(command: AnswerOffer, state: Gathering, context: PlanContext): Decision<GatheringEvent> {
  return answer(command, state, context, undefined);
}

function answer(
  { gatheringId, groupId }: AnswerOffer,
  state: Gathering,
  context: PlanContext,
  to: 'placed' | undefined,
): Decision<GatheringEvent> {
  const before = state.groups.find((group) => group.groupId === groupId);
  if (before?.status === 'offered' && before.until! <= context.now) {
    return refuse('offer-expired', 'groupId', { id: groupId, until: before.until! });
  }
  return settled(state, gatheringId, context, (current) => {
    const group = current.groups.find((candidate) => candidate.groupId === groupId);
    if (to === 'placed' && group?.status === 'placed') return [];
    if (group?.status !== 'offered') return refuse('no-offer', 'groupId', { id: groupId });
    const event = to === 'placed' ? placesAccepted : placesDeclined;
    return [event(aboutGroup(gatheringId, group), { occurredAt: context.now, organisation: organisationOfGroup(group) })];
  });
}
