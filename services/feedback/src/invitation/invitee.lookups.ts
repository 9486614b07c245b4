import { caseworkerRegistered, respondentRegistered, surveyDefined } from '@riggen/contracts';
import { type Lookups, organisationOf } from '@riggen/service';
import type { InvitationContext, Invitee } from './invitee.js';

/** Looks up the survey and the person of an invitation. */
export async function invitationContext(
  { surveyId, personId }: { surveyId: string; personId: string },
  { lookups, now }: { lookups: Lookups; now: string },
): Promise<InvitationContext> {
  return { now, survey: await lookups.find(surveyDefined, surveyId), invitee: await inviteeOf(lookups, personId) };
}

/** Who a key stands for: a respondent or a caseworker, or nobody who is known. */
export async function inviteeOf(lookups: Lookups, personId: string): Promise<Invitee | undefined> {
  const respondent = await lookups.find(respondentRegistered, personId);
  const caseworker = respondent ? undefined : await lookups.find(caseworkerRegistered, personId);
  const person = respondent ?? caseworker;
  if (!person) return undefined;
  const { targetGroup, phase, serviceId } = person;
  const organisation = (await organisationOf(lookups, serviceId)) ?? { service: serviceId };
  return { role: respondent?.role ?? 'contact_person', targetGroup, phase, organisation };
}
