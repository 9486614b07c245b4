import { describe, it } from '@jest/globals';
import { positionEnded } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { serviceUnit } from '../service-unit.js';
import { about, now, opened, position, registered } from '../testing.fixture.js';
import { decideEndPosition } from './end-position.js';

const { given } = specification(serviceUnit, decideEndPosition);
const command = { positionId: 'S1', serviceId: 'p01', to: '2026-06-30' };
const ended = positionEnded({ ...position(), to: '2026-06-30' }, about);

describe('ending a position', () => {
  it('gives it a last day, also one that lies ahead or is earlier than was thought', () => {
    given(registered, opened()).when(command, { now }).then(ended);
    given(registered, opened({ to: '2026-12-31' })).when(command, { now }).then(ended);
  });

  it('does nothing when that is its last day already', () => {
    given(registered, opened(), ended).when(command, { now }).thenNothing();
  });

  it('refuses a later day than the one it has: that is a correction', () => {
    given(registered, opened(), ended).when({ ...command, to: '2026-07-01' }, { now }).thenRefused('position-ended', { field: 'to' });
  });

  it('refuses a day before its first, and a position that is not there', () => {
    given(registered, opened()).when({ ...command, to: '2024-12-31' }, { now }).thenRefused('position-ends-before-start', { field: 'to' });
    given(registered).when(command, { now }).thenRefused('unknown-position', { field: 'positionId' });
  });
});
