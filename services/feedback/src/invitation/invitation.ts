import { type EventOf, type invitationRevoked, type invitationSent, type surveyAnswered, type surveyLinkIssued } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each invitation: it owns its answers, of which there can be several. */
export const invitationStream = (invitationId: string): string => `invitation-${invitationId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type InvitationEvent =
  | EventOf<typeof invitationSent>
  | EventOf<typeof surveyLinkIssued>
  | EventOf<typeof invitationRevoked>
  | EventOf<typeof surveyAnswered>;

export interface Invitation {
  sent?: EventOf<typeof invitationSent>;
  link?: EventOf<typeof surveyLinkIssued>['data'];
  isRevoked: boolean;
  responses: ReadonlyMap<string, EventOf<typeof surveyAnswered>['data']>;
}

export const invitation: Evolution<Invitation, InvitationEvent> = {
  initialState: { isRevoked: false, responses: new Map() },
  evolve(state, event) {
    switch (event.type) {
      case 'InvitationSent':
        return { ...state, sent: event };
      case 'SurveyLinkIssued':
        return { ...state, link: event.data };
      case 'InvitationRevoked':
        return { ...state, isRevoked: true };
      case 'SurveyAnswered':
        return { ...state, responses: new Map(state.responses).set(event.data.responseId, event.data) };
    }
  },
};
