import { z } from 'zod';
import { key, keyword, shortText, targetGroup } from '../primitives.js';

const wording = z.partialRecord(z.enum(['nb', 'nn', 'en']), shortText);

/**
 * One question of a survey. `scale`: a whole number from `min` to `max`. `choice`: one of `options`. `yes_no`: a boolean.
 * `choices`: several of `options`, or free keywords where there are no options. `onlyAmong` names a question whose chosen
 * options are the only ones that may be chosen here.
 */
export const question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), id: keyword, min: z.int(), max: z.int(), wording }),
  z.object({ kind: z.literal('yes_no'), id: keyword, wording }),
  z.object({ kind: z.literal('choice'), id: keyword, options: z.array(keyword).min(2).max(50), wording }),
  z.object({ kind: z.literal('choices'), id: keyword, options: z.array(keyword).max(50).optional(), onlyAmong: keyword.optional(), wording }),
]);
export type Question = z.infer<typeof question>;

export const respondentRole = z.enum(['contact_person', 'parent', 'youth']);

/** A survey as data; a version never changes once it is defined. `endsUnless` is the yes/no question that ends the form on a no. */
export const surveyDefinition = z.object({
  surveyId: key,
  version: z.int().min(1),
  respondents: respondentRole,
  targetGroup,
  endsUnless: keyword.optional(),
  questions: z.array(question).min(1).max(100),
});
export type SurveyDefinition = z.infer<typeof surveyDefinition>;
