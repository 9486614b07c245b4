import { type EventOf, type surveyDefined, type SurveyDefinition } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each survey: it owns its versions. */
export const surveyStream = (surveyId: string): string => `survey-${surveyId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type SurveyEvent = EventOf<typeof surveyDefined>;

export interface Survey {
  versions: readonly SurveyDefinition[];
}

export const survey: Evolution<Survey, SurveyEvent> = {
  initialState: { versions: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'SurveyDefined':
        return { ...state, versions: [...state.versions, event.data] };
    }
  },
};
