import { seesRows } from '@riggen/access';
import type { Caller } from '@riggen/contracts';
import type { PlanRow } from './plans.tables.js';

type Plan = PlanRow['plan'];

/** A plan as its reader may see it: without numbers of people, and what is made of them, for whoever may not see the people. */
export function forReader(plan: Plan, caller: Caller): Plan {
  if (seesRows(caller, 'person', { region: plan.region })) return plan;
  return {
    ...plan,
    services: plan.services.map((service) => ({ ...service, participants: null })),
    comparison: { ...plan.comparison, cost: null, costByRule: null },
  };
}
