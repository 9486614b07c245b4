import { describe, it } from '@jest/globals';
import { cohortPlanned, serviceJoinedCohort, serviceLeftCohort } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { cohort } from './cohort.js';
import { decideJoinCohort } from './join-cohort/join-cohort.js';
import { decideLeaveCohort } from './leave-cohort/leave-cohort.js';
import { decidePlanCohort, type PlanCohort } from './plan-cohort/plan-cohort.js';

const now = '2026-11-29T10:00:00.000Z';
const context = { now, programmeIsKnown: true, unknownService: undefined };
const command: PlanCohort = {
  ...{ cohortId: 'A-2027', programmeId: 'grunnmodellen-4-12', name: 'Kull A', region: 'sor' },
  ...{ startsOn: '2027-01-04', physicalFrom: '2027-08-16', endsOn: '2027-12-17', serviceIds: ['T1', 'T2'] },
};
const region = { occurredAt: now, organisation: { region: 'sor' } };
const planned = cohortPlanned(command, region);

describe('planning a cohort', () => {
  const { given } = specification(cohort, decidePlanCohort);
  it('gives services their year', () => given().when(command, context).then(planned));
  it('does nothing the second time', () => given(planned).when({ ...command }, context).thenNothing());
  it('refuses halves out of order', () => {
    given().when({ ...command, physicalFrom: '2027-01-04' }, context).thenRefused('halves-out-of-order', { field: 'physicalFrom' });
    given().when({ ...command, endsOn: '2027-08-15' }, context).thenRefused('halves-out-of-order');
  });
  it('refuses more than a year', () => given().when({ ...command, endsOn: '2028-01-05' }, context).thenRefused('cohort-too-long', { field: 'endsOn' }));
  it('refuses a programme or a service that is not known', () => {
    given().when(command, { ...context, programmeIsKnown: false }).thenRefused('unknown-programme', { field: 'programmeId' });
    given().when(command, { ...context, unknownService: 'T2' }).thenRefused('unknown-service-unit', { field: 'serviceIds.1' });
  });
});

describe('joining and leaving a cohort', () => {
  const join = specification(cohort, decideJoinCohort);
  const leave = specification(cohort, decideLeaveCohort);
  const organisation = { service: 'T3', region: 'ost' };
  const joined = serviceJoinedCohort({ cohortId: 'A-2027', serviceId: 'T3' }, { occurredAt: now, organisation });
  it('takes in a service, once', () => {
    join.given(planned).when(joined.data, { now, organisation }).then(joined);
    join.given(planned, joined).when(joined.data, { now, organisation }).thenNothing();
  });
  it('takes out a service, once', () => {
    const left = serviceLeftCohort({ cohortId: 'A-2027', serviceId: 'T1' }, region);
    leave.given(planned).when(left.data, { now }).then(left);
    leave.given(planned, left).when(left.data, { now }).thenNothing();
  });
  it('refuses a cohort or a service that is not known', () => {
    join.given().when(joined.data, { now, organisation }).thenRefused('unknown-cohort');
    join.given(planned).when(joined.data, { now, organisation: undefined }).thenRefused('unknown-service-unit');
    leave.given().when(joined.data, { now }).thenRefused('unknown-cohort');
  });
});
