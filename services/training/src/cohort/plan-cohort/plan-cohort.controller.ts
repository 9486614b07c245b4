import { curriculumDefined, planCohort } from '@riggen/contracts';
import { commandSlice, organisationOf } from '@riggen/service';
import { cohort, cohortStream } from '../cohort.js';
import { decidePlanCohort } from './plan-cohort.js';

export const planCohortSlice = commandSlice({
  definition: planCohort,
  evolution: cohort,
  streamOf: ({ cohortId }) => cohortStream(cohortId),
  subject: async ({ region }) => ({ region }),
  context: async ({ programmeId, serviceIds }, { lookups, now }) => {
    const known = await Promise.all(serviceIds.map((serviceId) => organisationOf(lookups, serviceId)));
    return {
      now,
      programmeIsKnown: (await lookups.find(curriculumDefined, programmeId)) !== undefined,
      unknownService: serviceIds.find((_, index) => !known[index]),
    };
  },
  decide: decidePlanCohort,
});
