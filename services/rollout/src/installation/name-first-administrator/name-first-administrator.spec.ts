import { describe, it } from '@jest/globals';
import { firstAdministratorNamed } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { installation } from '../installation.js';
import { decideNameFirstAdministrator } from './name-first-administrator.js';

const { given } = specification(installation, decideNameFirstAdministrator);
const now = '2026-03-03T08:00:00.000Z';
const command = { personId: 'p1', identity: 'i'.repeat(43) };
const named = firstAdministratorNamed(command, { occurredAt: now });

describe('to name the first administrator', () => {
  it('is done once', () => {
    given().when(command, { now }).then(named);
  });

  it('is refused when there is one, be it the same', () => {
    given(named).when(command, { now }).thenRefused('administrator-known');
    given(named).when({ ...command, personId: 'p2' }, { now }).thenRefused('administrator-known');
  });
});
