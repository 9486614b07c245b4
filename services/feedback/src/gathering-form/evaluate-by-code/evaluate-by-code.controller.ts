import { evaluateByCode, gatheringEvaluationClosed, gatheringEvaluationOpened } from '@riggen/contracts';
import { refuse } from '@riggen/event-sourcing';
import { anonymousCommandController } from '@riggen/service';
import { hashOfSecret } from '../../secret-hash.lookups.js';
import type { BallotBox } from '../ballot-box.tables.js';
import { whyNotOpen } from './evaluate-by-code.js';

/** Puts a sheet into the box of its gathering: the scores and, apart from them, the id that it was sent with. */
export const evaluateByCodeController = (box: BallotBox) =>
  anonymousCommandController(evaluateByCode, async ({ code, scores }, { id, lookups, now }) => {
    const opened = await lookups.find(gatheringEvaluationOpened, hashOfSecret(code));
    const isClosed = opened !== undefined && (await lookups.find(gatheringEvaluationClosed, opened.gatheringId)) !== undefined;
    const refusal = whyNotOpen(opened, isClosed, now);
    if (refusal) return refusal;
    const outcome = await box.put(opened!.gatheringId, opened!.closesAt, id, scores);
    if (outcome === 'sealed') return refuse('evaluation-closed', 'code');
    return outcome === 'known' ? 'known' : 'taken';
  });
