import { curriculumDefined } from '@riggen/contracts';
import type { Lookups } from '@riggen/service';
import { versionKey } from '../curriculum/applicable.js';
import type { Gathering } from './gathering.js';
import type { PlanContext } from './planned.js';

/** The time, and what the curriculum of a planned gathering says of offers. */
export async function planContext({ plan }: Gathering, { lookups, now }: { lookups: Lookups; now: string }): Promise<PlanContext> {
  const curriculum = plan && (await lookups.find(curriculumDefined, versionKey(plan.programmeId, plan.curriculumVersion)));
  return { now, offerHours: curriculum?.offerHours };
}
