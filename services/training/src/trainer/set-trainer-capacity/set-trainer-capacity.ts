import { type setTrainerCapacity, trainerCapacitySet } from '@riggen/contracts';
import type { Decision } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Trainer, TrainerEvent } from '../trainer.js';

type SetTrainerCapacity = z.infer<typeof setTrainerCapacity.schema>;

/** Says how many days a trainer can be booked in a year. Planning goes by it; a single booking does not break it. */
export function decideSetTrainerCapacity(
  command: SetTrainerCapacity,
  { capacity }: Trainer,
  { now }: { now: string },
): Decision<TrainerEvent> {
  if (isDeepStrictEqual(capacity.get(command.year), command)) return [];
  return [trainerCapacitySet(command, { occurredAt: now, organisation: { region: command.region } })];
}
