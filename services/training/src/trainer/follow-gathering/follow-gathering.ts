import { type followGathering, trainerBooked, trainerReleased } from '@riggen/contracts';
import { type Decision, isRefusal } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { type BookedGathering, bookingFor } from '../booking.js';
import type { Trainer, TrainerEvent } from '../trainer.js';

/**
 * Brings a booking in line with a gathering that was moved or cancelled: the new days are taken where they are free, else the
 * trainer is released and the gathering lacks one.
 */
export function decideFollowGathering(
  command: z.infer<typeof followGathering.schema>,
  trainer: Trainer,
  { now, gathering }: { now: string; gathering: BookedGathering | undefined },
): Decision<TrainerEvent> {
  const { gatheringId } = command;
  const booking = trainer.bookings.get(gatheringId);
  if (!booking || !gathering) return [];
  const about = { occurredAt: now, organisation: { region: booking.region } };
  const moved = gathering.cancelled ? undefined : bookingFor(booking, trainer, gathering);
  if (moved === 'as-it-is') return [];
  return [moved === undefined || isRefusal(moved) ? trainerReleased(command, about) : trainerBooked(moved, about)];
}
