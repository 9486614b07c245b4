import { describe, it } from '@jest/globals';
import { invitationSent, type SurveyDefinition } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { invitation } from '../invitation.js';
import type { Invitee } from '../invitee.js';
import { decideSendInvitation, type SendInvitation } from './send-invitation.js';

const { given } = specification(invitation, decideSendInvitation);

const survey: SurveyDefinition = {
  surveyId: 'parent_weekly',
  version: 2,
  respondents: 'parent',
  targetGroup: 'child_4_12',
  questions: [{ kind: 'yes_no', id: 'had_contact', wording: {} }],
};
const organisation = { service: 'p08', region: 'vest' };
const invitee: Invitee = { role: 'parent', targetGroup: 'child_4_12', phase: 1, organisation };
const context = { now: '2022-04-01T10:00:00.000Z', survey, invitee };
const command: SendInvitation = {
  invitationId: 'I00001',
  surveyId: 'parent_weekly',
  personId: 'F001',
  sentOn: '2022-03-25',
  channel: 'sms',
  language: 'nb',
};
const sent = (about: SendInvitation, occurredAt: string) =>
  invitationSent({ ...about, surveyVersion: 2, phase: 1 }, { occurredAt, organisation });
const invited = sent(command, '2022-03-24T23:00:00.000Z');

describe('sending an invitation', () => {
  it('carries the newest version of the survey and the phase and organisation of the person', () => {
    given().when(command, context).then(invited);
  });

  it('refuses a survey that is not defined', () => {
    given().when(command, { ...context, survey: undefined }).thenRefused('unknown-survey', { field: 'surveyId' });
  });

  it('refuses a person who is not known', () => {
    given().when(command, { ...context, invitee: undefined }).thenRefused('unknown-person', { field: 'personId' });
  });

  it('refuses a caseworker where the survey is for parents', () => {
    given()
      .when(command, { ...context, invitee: { ...invitee, role: 'contact_person' } })
      .thenRefused('wrong-respondent', { field: 'surveyId' });
  });

  it('refuses a person of another target group than the survey is for', () => {
    given()
      .when(command, { ...context, invitee: { ...invitee, targetGroup: 'aftercare' } })
      .thenRefused('wrong-respondent', { field: 'surveyId' });
  });

  it('records an invitation that was sent today', () => {
    const today = { ...command, sentOn: '2022-04-01' };
    given().when(today, context).then(sent(today, '2022-03-31T22:00:00.000Z'));
  });

  it('refuses an invitation that is sent tomorrow', () => {
    given().when({ ...command, sentOn: '2022-04-02' }, context).thenRefused('date-after-today', { field: 'sentOn' });
  });

  it('takes the day in Norway for today late in the evening UTC', () => {
    const today = { ...command, sentOn: '2022-04-02' };
    given().when(today, { ...context, now: '2022-04-01T22:30:00.000Z' }).then(sent(today, '2022-04-01T22:00:00.000Z'));
  });

  it('does nothing when the invitation is sent already, though the survey has a newer version and the person another phase', () => {
    given(invited)
      .when({ ...command }, { ...context, survey: { ...survey, version: 3 }, invitee: { ...invitee, phase: 2 } })
      .thenNothing();
  });

  it('refuses another person for an invitation that is known', () => {
    given(invited).when({ ...command, personId: 'F002' }, context).thenRefused('known-with-other-content', { field: 'personId' });
  });

  it('refuses another channel for an invitation that is known', () => {
    given(invited).when({ ...command, channel: 'email' }, context).thenRefused('known-with-other-content', { field: 'channel' });
  });
});
