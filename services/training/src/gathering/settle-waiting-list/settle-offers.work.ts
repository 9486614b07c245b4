import type { Work } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { settleWaitingListSlice } from './settle-waiting-list.controller.js';

/** How often offers are looked for whose time is over, in milliseconds. */
const every = 10_000;

/**
 * Lets offers expire whose time is over, and the next in line be offered their places. That an offer is over is decided where it
 * is answered, to the moment; this only sees to it that those who wait hear of it within seconds.
 */
export const settleOffers: Work = {
  name: 'settle-offers',
  async run({ tables, give, onError }, signal) {
    while (!signal.aborted) {
      try {
        const overdue: { gatheringId: string }[] = await tables.query(
          `select distinct "gatheringId" from training.place where status = 'offered' and until <= now() order by 1 limit 500`,
        );
        for (const gathering of overdue) await give(settleWaitingListSlice, randomUUID(), gathering);
      } catch (error) {
        onError(error);
      }
      await sleep(every, undefined, { signal }).catch(() => {});
    }
  },
};
