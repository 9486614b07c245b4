import { proposePlan } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { planEvolution, planStream } from '../plan.js';
import { solvePlan } from '../solve.solver.js';
import { decideProposePlan, faultOfQuestion } from './propose-plan.js';

export const proposePlanSlice = commandSlice({
  definition: proposePlan,
  evolution: planEvolution,
  streamOf: ({ region }) => planStream(region),
  subject: async ({ region }) => ({ region }),
  context: async (command, { now, state }) => {
    const isToBeSolved = command.basedOn === (state.newest?.version ?? 0) && !faultOfQuestion(command);
    return { now, proposal: isToBeSolved ? await solvePlan(command) : undefined };
  },
  decide: decideProposePlan,
});
