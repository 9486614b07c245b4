import { gatheringCancelled, gatheringMoved, trainerBooked } from '@riggen/contracts';
import { type Lookups, order, type Reaction, reactsTo } from '@riggen/service';
import { followGatheringSlice } from './follow-gathering/follow-gathering.controller.js';

/** Under which a trainer's booking is copied, so that those of a gathering are found. */
export const bookingKey = (gatheringId: string, trainerId: string): string => `${gatheringId} ${trainerId}`;

/** Whoever was ever booked for the gathering; a trainer's own stream knows whether the booking still stands. */
async function ordersOf({ gatheringId }: { gatheringId: string }, { lookups }: { lookups: Lookups }) {
  const bookings = await lookups.list(trainerBooked, bookingKey(gatheringId, ''));
  return bookings.map(({ trainerId }) => order(followGatheringSlice, { trainerId, gatheringId }));
}

/** Trainers' days follow a gathering that is moved or cancelled. */
export const trainersFollowGathering: Reaction = {
  name: 'trainers-follow-gathering',
  to: [reactsTo(gatheringMoved, ordersOf), reactsTo(gatheringCancelled, ordersOf)],
};
