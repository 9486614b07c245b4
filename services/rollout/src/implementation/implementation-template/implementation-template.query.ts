import { getImplementationTemplate } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { newestTemplate } from '../template.js';

/** The national checklist, readiness factors and driver items of today. */
export const templateQuery = querySlice({
  definition: getImplementationTemplate,
  projections: [],
  subject: async () => ({}),
  answer: async () => getImplementationTemplate.output.parse(newestTemplate),
});
