import { erasureReason } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import type { Work, WorkSurroundings } from '@riggen/service';
import { setTimeout as sleep } from 'node:timers/promises';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { erasePersonSlice } from './erase-person/erase-person.controller.js';

const namespace = '5c2f6f3e-8a0e-4a53-9c0d-3f1f7f0b9a46';
const pause = { whileBehind: 5_000, afterRound: 24 * 60 * 60 * 1000 };

const environment = z.object({ RETENTION_STAFF_YEARS: z.coerce.number().int().min(1).max(100).default(5) });

/** How long data are kept after they are closed. Five years for the staff where the environment says nothing; ours. */
export interface RetentionPeriods {
  /** After the last day of the last position and the last role. */
  staffYears: number;
}

/** The retention periods by the environment; throws with the name of what is wrong. */
export function retentionPeriods(env: NodeJS.ProcessEnv): RetentionPeriods {
  const result = environment.safeParse(env);
  if (!result.success) throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  return { staffYears: result.data.RETENTION_STAFF_YEARS };
}

/** Erases, once a day, those who left so long ago that the period is over. */
export const eraseAfterRetention: Work = {
  name: 'erase-after-retention',
  run: async (surroundings, signal) => {
    const periods = retentionPeriods(process.env);
    while (!signal.aborted) {
      // An erasure cannot be undone: never by tables that may lack a position.
      const isUpToDate = await surroundings.isUpToDate(['people', 'organisation', 'role-holders']);
      if (isUpToDate) await eraseThoseWhoseTimeIsOver(surroundings, periods, calendarDateOf(new Date().toISOString()), signal);
      await sleep(isUpToDate ? pause.afterRound : pause.whileBehind, undefined, { signal }).catch(() => {});
    }
  },
};

/** Erases whose last position and last role both ended longer ago than the period. Whom a command refuses is left for the next day. */
export async function eraseThoseWhoseTimeIsOver(
  { tables, give, onError }: Pick<WorkSurroundings, 'tables' | 'give' | 'onError'>,
  { staffYears }: RetentionPeriods,
  today: string,
  signal?: AbortSignal,
): Promise<void> {
  // "until" is the first day without a role, "to" the last day with a position.
  const over: { personId: string }[] = await tables.query(
    `select p."personId" from rollout.person p join (
       select "personId", "to" as "lastDay" from rollout.position
       union all select "personId", "until" - 1 from rollout.role_holding) held using ("personId")
     where p.erased is null group by p."personId"
     having bool_and("lastDay" is not null) and max("lastDay") < $1::date - make_interval(years => $2) order by 1`,
    [today, staffYears],
  );
  for (const { personId } of over) {
    if (signal?.aborted) return;
    const commandId = uuidv5(`retention ended ${personId}`, namespace);
    await give(erasePersonSlice, commandId, { personId, reason: erasureReason.enum.retention_ended }).catch(onError);
  }
}
