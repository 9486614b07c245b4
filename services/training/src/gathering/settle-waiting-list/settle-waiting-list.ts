import type { settleWaitingList } from '@riggen/contracts';
import type { Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';
import { type PlanContext, settled } from '../planned.js';

type SettleWaitingList = z.infer<typeof settleWaitingList.schema>;

/** Lets time do its work: offers that are over expire, and those who are next are offered places. */
export function decideSettleWaitingList(
  { gatheringId }: SettleWaitingList,
  state: Gathering,
  context: PlanContext,
): Decision<GatheringEvent> {
  return settled(state, gatheringId, context, () => []);
}
