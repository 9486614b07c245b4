import { describe, it } from '@jest/globals';
import { invitationRevoked, invitationSent, surveyLinkIssued } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { invitation } from '../invitation.js';
import { decideInviteToSurvey, type InviteToSurvey } from './invite-to-survey.js';

const { given } = specification(invitation, decideInviteToSurvey);

const organisation = { service: 'p08', region: 'vest' };
const survey = {
  ...({ surveyId: 'parent_weekly', version: 2, respondents: 'parent', targetGroup: 'child_4_12' } as const),
  questions: [{ kind: 'yes_no', id: 'had_contact', wording: {} }],
} as const;
const context = {
  ...{ now: '2025-02-07T11:00:00.000Z', invitationId: 'I-week-6', survey: { ...survey, questions: [...survey.questions] } },
  invitee: { role: 'parent', targetGroup: 'child_4_12', phase: 1, organisation },
} as const;
const command: InviteToSurvey = {
  ...{ surveyId: 'parent_weekly', personId: 'F001', sentOn: '2025-02-07', channel: 'sms', language: 'ar' },
  ...{ linkHash: 'a'.repeat(64), expiresAt: '2025-02-21T12:00:00+01:00' },
};
const about = { occurredAt: '2025-02-06T23:00:00.000Z', organisation };
const { linkHash, expiresAt, ...invited } = command;
const sent = invitationSent({ ...invited, invitationId: 'I-week-6', surveyVersion: 2, phase: 1 }, about);
const issued = surveyLinkIssued({ invitationId: 'I-week-6', linkHash, expiresAt }, about);

describe('inviting to a survey by a link', () => {
  it('records the invitation and the hash of the link', () => {
    given().when(command, context).then(sent, issued);
  });

  it('sends one link a week to a person', () => {
    given(sent, issued).when({ ...command, linkHash: 'b'.repeat(64) }, context).thenRefused('invited-this-week', { field: 'personId' });
    const revoked = invitationRevoked({ invitationId: 'I-week-6' }, { occurredAt: context.now, organisation });
    given(sent, issued, revoked).when({ ...command, linkHash: 'b'.repeat(64) }, context).thenRefused('invited-this-week');
  });

  it('does nothing when the same link is recorded again', () => {
    given(sent, issued).when(command, context).thenNothing();
  });

  it('refuses a survey that is for others', () => {
    const youth = { ...context, invitee: { ...context.invitee, role: 'youth' as const } };
    given().when(command, youth).thenRefused('wrong-respondent', { field: 'surveyId' });
  });

  it('refuses a link that has expired, or that lives longer than two weeks', () => {
    given().when({ ...command, expiresAt: context.now }, context).thenRefused('expires-too-late', { field: 'expiresAt' });
    given().when({ ...command, expiresAt: '2025-02-22T00:00:00+01:00' }, context).thenRefused('expires-too-late');
  });
});
