import { noticeSent, type recordNoticeSent } from '@riggen/contracts';
import type { Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Delivery, DeliveryEvent } from '../delivery.js';

/** Records it once; a notice that is over stays as it is. */
export function decideRecordNoticeSent(
  command: z.infer<typeof recordNoticeSent.schema>,
  { isOver }: Delivery,
  { now }: { now: string },
): Decision<DeliveryEvent> {
  return isOver ? [] : [noticeSent(command, { occurredAt: now })];
}
