import { describe, it } from '@jest/globals';
import { caseworkerRegistered } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { caseworker } from '../caseworker.js';
import { decideRegisterCaseworker, type RegisterCaseworker } from './register-caseworker.js';

const { given } = specification(caseworker, decideRegisterCaseworker);

const now = '2022-04-01T10:00:00.000Z';
const organisation = { service: 'p08', region: 'vest' };
const context = { now, organisation };
const command: RegisterCaseworker = { personId: 'K001', serviceId: 'p08', targetGroup: 'child_4_12', phase: 1 };
const registered = caseworkerRegistered(command, { occurredAt: now, organisation });

describe('registering a caseworker', () => {
  it('registers the caseworker in the organisation of the service', () => {
    given().when(command, context).then(registered);
  });

  it('refuses a caseworker of a service that is not known', () => {
    given().when(command, { now, organisation: undefined }).thenRefused('unknown-service-unit', { field: 'serviceId' });
  });

  it('does nothing when the caseworker is registered already with the same content', () => {
    given(registered).when({ ...command }, context).thenNothing();
  });

  it('refuses another service for a caseworker who is known', () => {
    given(registered).when({ ...command, serviceId: 'p09' }, context).thenRefused('known-with-other-content', { field: 'serviceId' });
  });

  it('refuses another target group for a caseworker who is known', () => {
    given(registered)
      .when({ ...command, targetGroup: 'aftercare' }, context)
      .thenRefused('known-with-other-content', { field: 'targetGroup' });
  });

  it('refuses another phase for a caseworker who is known', () => {
    given(registered).when({ ...command, phase: 2 }, context).thenRefused('known-with-other-content', { field: 'phase' });
  });

  it('tells of the other content before it looks for the service', () => {
    given(registered)
      .when({ ...command, serviceId: 'p99' }, { now, organisation: undefined })
      .thenRefused('known-with-other-content', { field: 'serviceId' });
  });
});
