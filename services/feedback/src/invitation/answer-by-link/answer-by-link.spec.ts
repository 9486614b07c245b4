import { describe, it } from '@jest/globals';
import { invitationRevoked, invitationSent, surveyAnswered, type SurveyDefinition, surveyLinkIssued } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { invitation } from '../invitation.js';
import { decideRevokeInvitation } from '../revoke-invitation/revoke-invitation.js';
import { type AnswerByLink, decideAnswerByLink } from './answer-by-link.js';

const { given } = specification(invitation, decideAnswerByLink);

const survey: SurveyDefinition = {
  ...{ surveyId: 'parent_weekly', version: 1, respondents: 'parent', targetGroup: 'child_4_12', endsUnless: 'had_contact' },
  questions: [{ kind: 'yes_no', id: 'had_contact', wording: {} }],
};
const organisation = { service: 'p08', region: 'vest' };
const about = { occurredAt: '2025-02-06T23:00:00.000Z', organisation };
const linkHash = 'a'.repeat(64);
const sent = invitationSent(
  {
    ...{ invitationId: 'I1', surveyId: 'parent_weekly', surveyVersion: 1, personId: 'F001' },
    ...{ sentOn: '2025-02-07', channel: 'sms', language: 'nb', phase: 1 },
  },
  about,
);
const issued = surveyLinkIssued({ invitationId: 'I1', linkHash, expiresAt: '2025-02-21T11:00:00.000Z' }, about);
const revoked = invitationRevoked({ invitationId: 'I1' }, { occurredAt: '2025-02-08T09:00:00.000Z', organisation });
const context = { now: '2025-02-08T10:00:00.000Z', survey, linkHash };
const command: AnswerByLink = { link: 'x'.repeat(43), responseId: '4a1b7c0e-6a07-4c6f-9f0a-0a5e0f5a8d11', answers: { had_contact: false } };
const answered = surveyAnswered(
  { invitationId: 'I1', responseId: command.responseId, submittedAt: context.now, answers: command.answers },
  { occurredAt: context.now, organisation },
);

describe('answering a survey by its link', () => {
  it('keeps the key of the invitation, and not the link', () => {
    given(sent, issued).when(command, context).then(answered);
  });

  it('refuses a link that leads to no invitation, or is not the one that was sent', () => {
    given().when(command, context).thenRefused('unknown-link', { field: 'link' });
    given(sent).when(command, context).thenRefused('unknown-link');
    given(sent, issued).when(command, { ...context, linkHash: 'b'.repeat(64) }).thenRefused('unknown-link');
  });

  it('refuses a link from the moment it expires', () => {
    given(sent, issued).when(command, { ...context, now: '2025-02-21T11:00:00.000Z' }).thenRefused('unknown-link', { field: 'link' });
  });

  it('refuses a link that was withdrawn', () => {
    given(sent, issued, revoked).when(command, context).thenRefused('unknown-link', { field: 'link' });
  });

  it('takes several answers in a week, each once', () => {
    const second = { ...command, responseId: '0c7f5d2c-6d5b-4f35-8a0c-1f6d7c1f0a02' };
    given(sent, issued, answered).when(second, context).then({ ...answered, data: { ...answered.data, responseId: second.responseId } });
    given(sent, issued, answered).when(command, { ...context, now: '2025-02-08T10:00:05.000Z' }).thenNothing();
    given(sent, issued, answered, revoked).when(command, context).thenNothing();
  });

  it('refuses other answers under an id that is known, and answers that do not fit the survey', () => {
    given(sent, issued, answered).when({ ...command, answers: { had_contact: true } }, context).thenRefused('known-with-other-content');
    given(sent, issued).when({ ...command, answers: { mood: 3 } }, context).thenRefused('unknown-question');
  });
});

describe('revoking an invitation', () => {
  const { given: givenInvitation } = specification(invitation, decideRevokeInvitation);
  const now = '2025-02-08T09:00:00.000Z';

  it('makes its link useless, once', () => {
    givenInvitation(sent, issued).when({ invitationId: 'I1' }, { now }).then(revoked);
    givenInvitation(sent, issued, revoked).when({ invitationId: 'I1' }, { now }).thenNothing();
  });

  it('refuses an invitation that is not known, or has no link', () => {
    givenInvitation().when({ invitationId: 'I1' }, { now }).thenRefused('unknown-invitation', { field: 'invitationId' });
    givenInvitation(sent).when({ invitationId: 'I1' }, { now }).thenRefused('unknown-invitation');
  });
});
