import { describe, it } from '@jest/globals';
import { respondentRegistered } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { respondent } from '../respondent.js';
import { decideRegisterRespondent, type RegisterRespondent } from './register-respondent.js';

const { given } = specification(respondent, decideRegisterRespondent);

const now = '2022-04-01T10:00:00.000Z';
const organisation = { service: 'p08', region: 'vest' };
const context = { now, organisation, isCase: true };
const parent: RegisterRespondent = {
  respondentId: 'F001',
  role: 'parent',
  serviceId: 'p08',
  caseId: 'S001',
  targetGroup: 'child_4_12',
  phase: 1,
};
const registered = respondentRegistered(parent, { occurredAt: now, organisation });

describe('registering a parent or young person', () => {
  it('registers a parent by a random key in a case', () => {
    given().when(parent, context).then(registered);
  });

  it('registers a young person by a random key in a case', () => {
    const youth: RegisterRespondent = { ...parent, respondentId: 'U001', role: 'youth', targetGroup: 'aftercare' };
    given().when(youth, context).then(respondentRegistered(youth, { occurredAt: now, organisation }));
  });

  it('refuses somebody in a service that is not known', () => {
    given().when(parent, { ...context, organisation: undefined }).thenRefused('unknown-service-unit', { field: 'serviceId' });
  });

  it('refuses somebody in a case that is not known', () => {
    given().when(parent, { ...context, isCase: false }).thenRefused('unknown-case', { field: 'caseId' });
  });

  it('does nothing when the person is registered already with the same content', () => {
    given(registered).when({ ...parent }, context).thenNothing();
  });

  it('refuses another case for a person who is known', () => {
    given(registered).when({ ...parent, caseId: 'S002' }, context).thenRefused('known-with-other-content', { field: 'caseId' });
  });

  it('refuses another role for a person who is known', () => {
    given(registered).when({ ...parent, role: 'youth' }, context).thenRefused('known-with-other-content', { field: 'role' });
  });
});
