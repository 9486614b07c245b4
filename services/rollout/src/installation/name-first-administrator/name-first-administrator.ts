import { firstAdministratorNamed, type nameFirstAdministrator } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Installation, InstallationEvent } from '../installation.js';

/** Names the first administrator; there is never a second first one. */
export function decideNameFirstAdministrator(
  command: z.infer<typeof nameFirstAdministrator.schema>,
  { firstAdministrator }: Installation,
  { now }: { now: string },
): Decision<InstallationEvent> {
  return firstAdministrator ? refuse('administrator-known') : [firstAdministratorNamed(command, { occurredAt: now })];
}
