import { inviteToSurvey } from '@riggen/contracts';
import { isoWeekOf } from '@riggen/event-sourcing';
import { commandSlice } from '@riggen/service';
import { v5 as uuidv5 } from 'uuid';
import type { z } from 'zod';
import { invitation, invitationStream } from '../invitation.js';
import { invitationContext, inviteeOf } from '../invitee.lookups.js';
import { decideInviteToSurvey } from './invite-to-survey.js';

const namespace = '8d5a3d1c-7c0b-4d6e-9d40-8a8f0e6f5b27';

/** One key for each survey, person and week: two invitations in a week meet in one stream. */
const invitationIdOf = ({ surveyId, personId, sentOn }: z.infer<typeof inviteToSurvey.schema>): string =>
  uuidv5(JSON.stringify([surveyId, personId, isoWeekOf(sentOn)]), namespace);

export const inviteToSurveySlice = commandSlice({
  definition: inviteToSurvey,
  evolution: invitation,
  streamOf: (command) => invitationStream(invitationIdOf(command)),
  subject: async ({ personId }, { lookups, state: { sent } }) => sent?.organisation ?? (await inviteeOf(lookups, personId))?.organisation,
  context: async (command, given) => ({ ...(await invitationContext(command, given)), invitationId: invitationIdOf(command) }),
  decide: decideInviteToSurvey,
});
