import { type giveNoticeUp, noticeGivenUp } from '@riggen/contracts';
import type { Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Delivery, DeliveryEvent } from '../delivery.js';

/** Records it once; a notice that is over stays as it is. */
export function decideGiveNoticeUp(command: z.infer<typeof giveNoticeUp.schema>, { isOver }: Delivery, { now }: { now: string }): Decision<DeliveryEvent> {
  return isOver ? [] : [noticeGivenUp(command, { occurredAt: now })];
}
