import { caseworkerRegistered, respondentRegistered, sendInvitation, surveyDefined } from '@riggen/contracts';
import { commandSlice, type Lookups, organisationOf } from '@riggen/service';
import { invitation, invitationStream } from '../invitation.js';
import { decideSendInvitation, type Invitee } from './send-invitation.js';

export const sendInvitationSlice = commandSlice({
  definition: sendInvitation,
  evolution: invitation,
  streamOf: ({ invitationId }) => invitationStream(invitationId),
  subject: async ({ personId }, { lookups, state: { sent } }) => sent?.organisation ?? (await inviteeOf(lookups, personId))?.organisation,
  context: async ({ surveyId, personId }, { lookups, now }) => ({
    now,
    survey: await lookups.find(surveyDefined, surveyId),
    invitee: await inviteeOf(lookups, personId),
  }),
  decide: decideSendInvitation,
});

async function inviteeOf(lookups: Lookups, personId: string): Promise<Invitee | undefined> {
  const respondent = await lookups.find(respondentRegistered, personId);
  const caseworker = respondent ? undefined : await lookups.find(caseworkerRegistered, personId);
  const person = respondent ?? caseworker;
  if (!person) return undefined;
  const { targetGroup, phase, serviceId } = person;
  const organisation = (await organisationOf(lookups, serviceId)) ?? { service: serviceId };
  return { role: respondent?.role ?? 'contact_person', targetGroup, phase, organisation };
}
