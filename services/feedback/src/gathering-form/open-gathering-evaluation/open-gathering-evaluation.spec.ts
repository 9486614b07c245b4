import { describe, it } from '@jest/globals';
import { gatheringEvaluationClosed, gatheringEvaluationOpened } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { gatheringForm } from '../gathering-form.js';
import { decideOpenGatheringEvaluation } from './open-gathering-evaluation.js';

const { given } = specification(gatheringForm, decideOpenGatheringEvaluation);

const context = { now: '2025-02-11T13:30:00.000Z', startsOn: '2025-02-10' };
const command = { gatheringId: 'G01', codeHash: 'a'.repeat(64), closesAt: '2025-02-14T15:00:00.000Z' };
const opened = gatheringEvaluationOpened(command, { occurredAt: context.now });

describe('opening the evaluation of a gathering', () => {
  it('opens it until a set time', () => {
    given().when(command, context).then(opened);
  });

  it('opens it once', () => {
    given(opened).when(command, context).thenNothing();
    given(opened).when({ ...command, codeHash: 'b'.repeat(64) }, context).thenRefused('known-with-other-content', { field: 'codeHash' });
    const closed = gatheringEvaluationClosed({ gatheringId: 'G01', evaluations: 7 }, { occurredAt: context.now });
    given(opened, closed).when(command, context).thenRefused('evaluation-closed');
  });

  it('refuses a gathering that is not known or has not begun', () => {
    given().when(command, { ...context, startsOn: undefined }).thenRefused('unknown-gathering', { field: 'gatheringId' });
    given().when(command, { ...context, startsOn: '2025-02-12' }).thenRefused('gathering-not-begun', { field: 'gatheringId' });
  });

  it('refuses to stay open for no time, or for more than two weeks', () => {
    given().when({ ...command, closesAt: context.now }, context).thenRefused('closes-too-late', { field: 'closesAt' });
    given().when({ ...command, closesAt: '2025-02-25T12:00:00.000Z' }, context).thenRefused('closes-too-late');
  });
});
