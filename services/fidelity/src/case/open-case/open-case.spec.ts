import { describe, it } from '@jest/globals';
import { caseOpened } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { caseEvolution } from '../case.js';
import { decideOpenCase, type OpenCase } from './open-case.js';

const { given } = specification(caseEvolution, decideOpenCase);

const organisation = { service: 'p08', region: 'vest' };
const context = { now: '2022-04-01T10:00:00.000Z', organisation, isCaseworker: true };
const command: OpenCase = {
  caseId: 'S001',
  serviceId: 'p08',
  contactPersonId: 'K001',
  targetGroup: 'child_4_12',
  openedOn: '2022-03-10',
};
const opened = caseOpened(command, { occurredAt: '2022-03-09T23:00:00.000Z', organisation });

describe('opening a case', () => {
  it('opens it in the organisation of its service, at the beginning of the day in Norway', () => {
    given().when(command, context).then(opened);
  });

  it('opens a case today', () => {
    const today = { ...command, openedOn: '2022-04-01' };
    given().when(today, context).then(caseOpened(today, { occurredAt: '2022-03-31T22:00:00.000Z', organisation }));
  });

  it('refuses a case that opens tomorrow', () => {
    given().when({ ...command, openedOn: '2022-04-02' }, context).thenRefused('date-after-today', { field: 'openedOn' });
  });

  it('takes the day in Norway for today late in the evening UTC', () => {
    const today = { ...command, openedOn: '2022-04-02' };
    given()
      .when(today, { ...context, now: '2022-04-01T22:30:00.000Z' })
      .then(caseOpened(today, { occurredAt: '2022-04-01T22:00:00.000Z', organisation }));
  });

  it('refuses a case in a service that is not known', () => {
    given().when(command, { ...context, organisation: undefined }).thenRefused('unknown-service-unit', { field: 'serviceId' });
  });

  it('refuses a contact person who is not known as a caseworker', () => {
    given().when(command, { ...context, isCaseworker: false }).thenRefused('unknown-person', { field: 'contactPersonId' });
  });

  it('does nothing when the case is open already with the same content', () => {
    given(opened).when({ ...command }, context).thenNothing();
  });

  it('refuses another contact person for a case that is known', () => {
    given(opened)
      .when({ ...command, contactPersonId: 'K002' }, context)
      .thenRefused('known-with-other-content', { field: 'contactPersonId' });
  });

  it('refuses another day for a case that is known', () => {
    given(opened).when({ ...command, openedOn: '2022-03-11' }, context).thenRefused('known-with-other-content', { field: 'openedOn' });
  });
});
