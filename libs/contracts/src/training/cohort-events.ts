import { defineEvent } from '../definitions.js';
import { joinCohort, leaveCohort, planCohort } from './cohort-commands.js';

export const cohortPlanned = defineEvent({
  service: 'training',
  type: 'CohortPlanned',
  schemaVersion: 1,
  summary: 'A cohort of services has its year',
  schema: planCohort.schema,
});

export const serviceJoinedCohort = defineEvent({
  service: 'training',
  type: 'ServiceJoinedCohort',
  schemaVersion: 1,
  summary: 'A service was taken into a cohort',
  schema: joinCohort.schema,
});

export const serviceLeftCohort = defineEvent({
  service: 'training',
  type: 'ServiceLeftCohort',
  schemaVersion: 1,
  summary: 'A service was taken out of a cohort',
  schema: leaveCohort.schema,
});
