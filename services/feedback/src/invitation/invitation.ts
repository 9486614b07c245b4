import { type EventOf, type invitationSent, type surveyAnswered } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each invitation: it owns its answers, of which there can be several. */
export const invitationStream = (invitationId: string): string => `invitation-${invitationId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type InvitationEvent = EventOf<typeof invitationSent> | EventOf<typeof surveyAnswered>;

export interface Invitation {
  sent?: EventOf<typeof invitationSent>;
  responses: ReadonlyMap<string, EventOf<typeof surveyAnswered>['data']>;
}

export const invitation: Evolution<Invitation, InvitationEvent> = {
  initialState: { responses: new Map() },
  evolve(state, event) {
    switch (event.type) {
      case 'InvitationSent':
        return { ...state, sent: event };
      case 'SurveyAnswered':
        return { ...state, responses: new Map(state.responses).set(event.data.responseId, event.data) };
    }
  },
};
