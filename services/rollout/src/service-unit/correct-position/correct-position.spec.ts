import { describe, it } from '@jest/globals';
import { positionCorrected, positionEnded } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { serviceUnit } from '../service-unit.js';
import { about, now, opened, position, registered } from '../testing.fixture.js';
import { type CorrectPosition, decideCorrectPosition } from './correct-position.js';

const { given } = specification(serviceUnit, decideCorrectPosition);
const context = { now, merged: undefined };
const command: CorrectPosition = { positionId: 'S1', serviceId: 'p01', role: 'leader', from: '2025-02-01', reason: 'Feil rolle og dato' };
const corrected = positionCorrected({ ...position({ role: 'leader', from: '2025-02-01' }), reason: 'Feil rolle og dato' }, about);

describe('correcting a position', () => {
  it('tells what is right and why, and can take an end back', () => {
    given(registered, opened()).when(command, context).then(corrected);
    given(registered, opened(), positionEnded({ ...position(), to: '2025-06-30' }, about)).when(command, context).then(corrected);
  });

  it('does nothing when it is so already', () => {
    given(registered, opened(), corrected).when(command, context).thenNothing();
  });

  it('refuses days on which the person has another position, and a position that is not there', () => {
    given(registered, opened({ to: '2025-12-31' }), opened({ positionId: 'S2', from: '2026-01-01' })).when(command, context).thenRefused('overlapping-position');
    given(registered).when(command, context).thenRefused('unknown-position', { field: 'positionId' });
  });
});
