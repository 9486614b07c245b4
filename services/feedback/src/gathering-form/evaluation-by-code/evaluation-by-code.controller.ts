import { gatheringEvaluationClosed, gatheringEvaluationOpened, getEvaluationByCode } from '@riggen/contracts';
import { linkQueryController } from '@riggen/service';
import { gatheringOf } from '../gathering.lookups.js';
import { hashOfSecret } from '../../secret-hash.lookups.js';

/** The gathering that a code is for. */
export const evaluationByCodeController = linkQueryController(getEvaluationByCode, async ({ code }, lookups) => {
  const opened = await lookups.find(gatheringEvaluationOpened, hashOfSecret(code));
  const gathering = opened && (await gatheringOf(lookups, opened.gatheringId));
  if (!gathering) return { state: 'unknown' as const };
  const isClosed = (await lookups.find(gatheringEvaluationClosed, gathering.gatheringId)) || new Date(opened.closesAt) <= new Date();
  if (isClosed) return { state: 'closed' as const };
  const { gatheringId, startsOn, endsOn } = gathering;
  return { state: 'open' as const, gathering: { gatheringId, startsOn, endsOn } };
});
