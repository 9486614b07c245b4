import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { planByRule } from './greedy.js';
import { costOf, faultsOf, type Plan, type PlanningInput } from './plan-model.js';
import { type Misfit, planOf, programOf } from './program.js';

const highs = createRequire(import.meta.url).resolve('highs');

// The solver blocks its thread for seconds: it gets one of its own, in which a fault of it ends nothing else.
const solving = `
const { parentPort, workerData } = require('node:worker_threads');
require(workerData.highs)().then((solver) => parentPort.postMessage(solver.solve(workerData.program, workerData.options)));`;

interface Solution {
  Status: string;
  Columns: Record<string, { Primal?: number }>;
}

/** A plan with what is known of it: its cost, that of the plan by rule, and whether no better one exists. */
export interface SolvedPlan {
  plan: Plan;
  cost: number;
  costByRule: number;
  isProvenBest: boolean;
}

/** The relative distance to the best possible plan at which the solver is content. */
const contentAt = 0.01;

/**
 * The best plan that HiGHS finds in so many seconds, or the plan by rule where that is not beaten: then the simple rule is
 * what people should get. Deterministic as long as the solver ends in time.
 */
export async function solvePlan(input: PlanningInput, seconds = 6): Promise<SolvedPlan> {
  const byRule = planByRule(input);
  const costByRule = costOf(byRule, input);
  const deadline = performance.now() + seconds * 1_000;
  const misfits: Misfit[] = [];
  for (;;) {
    const left = (deadline - performance.now()) / 1_000;
    const solution = left > 0 ? await runSolver(programOf(input, misfits), { time_limit: left, mip_rel_gap: contentAt }) : undefined;
    if (!solution) break;
    const found = planOf((name) => solution.Columns[name]?.Primal ?? 0, input);
    if ('start' in found) {
      misfits.push(found);
      continue;
    }
    const isProvenBest = solution.Status === 'Optimal';
    if (faultsOf(found, input).length === 0 && costOf(found, input) < costByRule) return { plan: found, cost: costOf(found, input), costByRule, isProvenBest };
    return { plan: byRule, cost: costByRule, costByRule, isProvenBest };
  }
  return { plan: byRule, cost: costByRule, costByRule, isProvenBest: false };
}

function runSolver(program: string, options: object): Promise<Solution | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(solving, { eval: true, workerData: { highs, program, options } });
    worker.once('message', (solution: Solution) => {
      resolve(solution);
      void worker.terminate();
    });
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}
