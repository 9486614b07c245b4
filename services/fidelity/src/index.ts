import { copiesOfCaseworkers, copiesProjection, type ServiceDefinition } from '@riggen/service';
import { openCaseSlice } from './case/open-case/open-case.controller.js';

export { caseStream } from './case/case.js';

/** Fidelity: cases and the work that is done in them. */
export const fidelity: ServiceDefinition = {
  name: 'fidelity',
  commands: [openCaseSlice],
  queries: [],
  projections: [copiesProjection(2, copiesOfCaseworkers)],
};
