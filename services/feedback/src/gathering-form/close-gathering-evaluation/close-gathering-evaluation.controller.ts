import { closeGatheringEvaluation } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import type { BallotBox } from '../ballot-box.tables.js';
import { placeOfGathering } from '../gathering.lookups.js';
import { gatheringForm, gatheringFormStream } from '../gathering-form.js';
import { decideCloseGatheringEvaluation } from './close-gathering-evaluation.js';

/** Closes a form: its box is sealed first, so that no sheet comes between reading and recording. Ids of evaluations tell no time. */
export const closeGatheringEvaluationSlice = (box: BallotBox) =>
  commandSlice({
    definition: closeGatheringEvaluation,
    evolution: gatheringForm,
    streamOf: ({ gatheringId }) => gatheringFormStream(gatheringId),
    subject: ({ gatheringId }, { lookups }) => placeOfGathering(lookups, gatheringId),
    context: async ({ gatheringId }, { now, state: { opened, isClosed } }) => {
      const sheets = opened && !isClosed ? await box.seal(gatheringId) : [];
      return { now, sheets: sheets.map((scores) => ({ evaluationId: randomUUID(), scores })) };
    },
    decide: decideCloseGatheringEvaluation,
  });
