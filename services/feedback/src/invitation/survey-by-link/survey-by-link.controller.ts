import { getSurveyByLink, invitationRevoked, invitationSent, surveyDefined, surveyLinkIssued } from '@riggen/contracts';
import { linkQueryController } from '@riggen/service';
import { hashOfSecret } from '../../secret-hash.lookups.js';
import { versionKey } from '../../survey/version-key.js';

/** The survey of a link; nothing of whom it was sent to. */
export const surveyByLinkController = linkQueryController(getSurveyByLink, async ({ link }, lookups) => {
  const issued = await lookups.find(surveyLinkIssued, hashOfSecret(link));
  const sent = issued && (await lookups.find(invitationSent, issued.invitationId));
  const survey = sent && (await lookups.find(surveyDefined, versionKey(sent.surveyId, sent.surveyVersion)));
  const holds = survey && new Date(issued.expiresAt) > new Date() && !(await lookups.find(invitationRevoked, issued.invitationId));
  return holds ? { state: 'open' as const, survey, language: sent.language } : { state: 'unknown' as const };
});
