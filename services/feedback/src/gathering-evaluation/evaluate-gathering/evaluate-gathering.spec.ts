import { describe, expect, it } from '@jest/globals';
import { gatheringEvaluated } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { gatheringEvaluation } from '../gathering-evaluation.js';
import { decideEvaluateGathering, type EvaluateGathering } from './evaluate-gathering.js';

const { given } = specification(gatheringEvaluation, decideEvaluateGathering);

const context = { now: '2022-04-01T10:00:00.000Z', startsOn: '2022-03-29' };
const command: EvaluateGathering = {
  evaluationId: 'E001',
  gatheringId: 'G01',
  submittedOn: '2022-03-30',
  scores: { learning: 6, motivating: 5, amount: 5, relevance: 10, leadership: 1 },
};
const evaluated = gatheringEvaluated(command, { occurredAt: '2022-03-29T22:00:00.000Z' });

describe('evaluating a gathering', () => {
  it('takes the evaluation with its day as the only time and no organisation', () => {
    const { decision } = given().when(command, context);
    expect(decision).toEqual([evaluated]);
    expect(decision).toMatchObject([{ occurredAt: '2022-03-29T22:00:00.000Z', organisation: {} }]);
  });

  it('takes an evaluation that leaves scales out', () => {
    const some = { ...command, scores: { learning: 8 } };
    given().when(some, context).then(gatheringEvaluated(some, { occurredAt: '2022-03-29T22:00:00.000Z' }));
  });

  it('refuses an evaluation of a gathering that is not known', () => {
    given().when(command, { ...context, startsOn: undefined }).thenRefused('unknown-gathering', { field: 'gatheringId' });
  });

  it('takes an evaluation on the day the gathering begins', () => {
    const firstDay = { ...command, submittedOn: '2022-03-29' };
    given().when(firstDay, context).then(gatheringEvaluated(firstDay, { occurredAt: '2022-03-28T22:00:00.000Z' }));
  });

  it('refuses an evaluation from the day before the gathering begins', () => {
    given().when({ ...command, submittedOn: '2022-03-28' }, context).thenRefused('gathering-not-begun', { field: 'submittedOn' });
  });

  it('takes an evaluation from today', () => {
    const today = { ...command, submittedOn: '2022-04-01' };
    given().when(today, context).then(gatheringEvaluated(today, { occurredAt: '2022-03-31T22:00:00.000Z' }));
  });

  it('refuses an evaluation from tomorrow', () => {
    given().when({ ...command, submittedOn: '2022-04-02' }, context).thenRefused('date-after-today', { field: 'submittedOn' });
  });

  it('takes the day in Norway for today late in the evening UTC', () => {
    const today = { ...command, submittedOn: '2022-04-02' };
    given()
      .when(today, { ...context, now: '2022-04-01T22:30:00.000Z' })
      .then(gatheringEvaluated(today, { occurredAt: '2022-04-01T22:00:00.000Z' }));
  });

  it('does nothing when the evaluation is known already with the same content', () => {
    given(evaluated).when({ ...command, scores: { ...command.scores } }, context).thenNothing();
  });

  it('refuses other scores for an evaluation that is known', () => {
    given(evaluated)
      .when({ ...command, scores: { ...command.scores, learning: 7 } }, context)
      .thenRefused('known-with-other-content', { field: 'scores' });
  });

  it('refuses another gathering for an evaluation that is known', () => {
    given(evaluated).when({ ...command, gatheringId: 'G02' }, context).thenRefused('known-with-other-content', { field: 'gatheringId' });
  });
});
