import { z } from 'zod';
import { defineQuery } from '../definitions.js';
import { calendarDate, key } from '../primitives.js';
import { linkSecret, sendInvitation } from './commands.js';
import { surveyDefinition } from './survey-definition.js';

/** What whoever has a link sees of it; of the person and the service, nothing. */
export const getSurveyByLink = defineQuery({
  service: 'feedback',
  name: 'survey-by-link',
  audience: 'portal',
  summary: 'The survey that a link leads to, without signing in',
  input: z.object({ link: linkSecret }),
  output: z.object({
    /** One that has expired or was withdrawn is answered like one that never was. */
    state: z.enum(['open', 'unknown']),
    /** The survey and the language that the person was invited in, while the link holds. */
    survey: surveyDefinition.optional(),
    language: sendInvitation.schema.shape.language.optional(),
  }),
});

/** What whoever has the code of a gathering sees: which gathering it is about. */
export const getEvaluationByCode = defineQuery({
  service: 'feedback',
  name: 'evaluation-by-code',
  audience: 'portal',
  summary: 'The gathering that a code is for, without signing in',
  input: z.object({ code: linkSecret }),
  output: z.object({
    state: z.enum(['open', 'unknown', 'closed']),
    gathering: z.object({ gatheringId: key, startsOn: calendarDate, endsOn: calendarDate }).optional(),
  }),
});
