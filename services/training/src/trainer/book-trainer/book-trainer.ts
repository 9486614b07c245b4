import { type bookTrainer, trainerBooked } from '@riggen/contracts';
import { type Decision, isRefusal, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { type BookedGathering, bookingFor } from '../booking.js';
import type { Trainer, TrainerEvent } from '../trainer.js';

export type BookTrainer = z.infer<typeof bookTrainer.schema>;

/** Books the days of a trainer who may teach all of a gathering's modules. A day is booked once. */
export function decideBookTrainer(
  command: BookTrainer,
  trainer: Trainer,
  { now, gathering }: { now: string; gathering: BookedGathering | undefined },
): Decision<TrainerEvent> {
  const { trainerId, gatheringId } = command;
  if (!gathering) return refuse('unknown-gathering', 'gatheringId', { id: gatheringId });
  if (gathering.cancelled) return refuse('gathering-cancelled', 'gatheringId', { id: gatheringId });
  const mayTeach = trainer.qualified.get(gathering.programmeId) ?? [];
  const missing = gathering.moduleIds.find((moduleId) => !mayTeach.includes(moduleId));
  if (missing) return refuse('trainer-not-qualified', 'trainerId', { id: trainerId, module: missing });
  const booking = bookingFor(command, trainer, gathering);
  if (booking === 'as-it-is') return [];
  return isRefusal(booking) ? booking : [trainerBooked(booking, { occurredAt: now, organisation: { region: gathering.region } })];
}
