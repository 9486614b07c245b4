import { answerByLink, surveyDefined, surveyLinkIssued } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { hashOfSecret } from '../../secret-hash.lookups.js';
import { versionKey } from '../../survey/version-key.js';
import { invitation, invitationStream } from '../invitation.js';
import { decideAnswerByLink } from './answer-by-link.js';

export const answerByLinkSlice = commandSlice({
  definition: answerByLink,
  evolution: invitation,
  findStream: async ({ link }, { lookups }) => {
    const issued = await lookups.find(surveyLinkIssued, hashOfSecret(link));
    return issued && invitationStream(issued.invitationId);
  },
  streamOf: ({ link }) => invitationStream(hashOfSecret(link)), // of no invitation
  subject: async (_, { state: { sent } }) => sent?.organisation,
  context: async ({ link }, { lookups, now, state: { sent } }) => ({
    now,
    survey: sent && (await lookups.find(surveyDefined, versionKey(sent.data.surveyId, sent.data.surveyVersion))),
    linkHash: hashOfSecret(link),
  }),
  decide: decideAnswerByLink,
});
