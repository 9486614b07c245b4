import { type releaseTrainer, trainerReleased } from '@riggen/contracts';
import type { Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Trainer, TrainerEvent } from '../trainer.js';

type ReleaseTrainer = z.infer<typeof releaseTrainer.schema>;

/** Frees the days that a gathering took. */
export function decideReleaseTrainer(command: ReleaseTrainer, { bookings }: Trainer, { now }: { now: string }): Decision<TrainerEvent> {
  const booking = bookings.get(command.gatheringId);
  return booking ? [trainerReleased(command, { occurredAt: now, organisation: { region: booking.region } })] : [];
}
