import { z } from 'zod';
import { defineQuery } from '../definitions.js';

/** A statement that weekly surveys ask both sides of the same meeting to rate from 1 to 7. */
export const statements = [
  'met_with_respect',
  'good_cooperation',
  'shared_understanding',
  'could_talk_about_what_matters',
  'asked_for_opinion',
  'meeting_was_helpful',
  'meeting_was_useful',
  'could_influence',
] as const;
export const surveys = ['parent_weekly', 'contact_child_weekly', 'youth_weekly', 'contact_aftercare_weekly'] as const;
export const contactForms = ['in_person', 'sms', 'phone', 'video'] as const;
export const tools = [
  'assessment_triangle',
  'action_plan',
  'pathway_model',
  'strengths_needs_matrix',
  'flipchart',
  'parent_material',
] as const;
export const evaluationScales = ['learning', 'motivating', 'amount', 'relevance', 'leadership'] as const;

const percentage = z.number().min(0).max(100).nullable();
const mean = z.number().nullable();

const surveyReport = z.object({
  participants: z.int(),
  responses: z.int(),
  responses_about_contact: z.int(),
  response_rate_phase_1: percentage,
  response_rate_phase_2: percentage,
  statements: z.partialRecord(z.enum(statements), z.object({ n: z.int(), mean: z.number() })),
});

/** The study's own, unsuppressed figures; the shape is an outside interface and does not change. */
export const pilotReport = z.object({
  surveys: z.object({
    parent_weekly: surveyReport,
    contact_child_weekly: surveyReport.extend({
      no_contact_with_child_pct: percentage,
      child_could_influence_pct: percentage,
      family_guidance_used_pct: percentage,
    }),
    youth_weekly: surveyReport.extend({ contact_form_pct: z.record(z.enum(contactForms), percentage) }),
    contact_aftercare_weekly: surveyReport,
  }),
  tools: z.record(z.enum(tools), z.object({ used_pct: percentage, useful_pct_of_used: percentage })),
  gatherings: z.array(
    z.object({
      gathering_id: z.string(),
      invited: z.int(),
      attended: z.int(),
      evaluations: z.int(),
      means: z.partialRecord(z.enum(evaluationScales), mean),
    }),
  ),
  supervision: z.record(
    z.string(),
    z.object({ sessions: z.int(), hours: z.number(), skills_practised_pct: percentage, attendance_pct: percentage }),
  ),
});
export type PilotReport = z.infer<typeof pilotReport>;

/**
 * One published figure: `value` with the `n` it rests on. `hidden` says why a figure is not shown
 * (`few`: fewer than five people; `protects`: it would give another hidden figure away); then both are null.
 * A null value that is not hidden has nothing to divide by.
 */
export const publishedFigure = z.object({
  value: mean,
  n: z.int().nullable(),
  hidden: z.enum(['few', 'protects']).nullable(),
});
export type PublishedFigure = z.infer<typeof publishedFigure>;

const scaleMeans = z.record(z.enum(evaluationScales), publishedFigure);

/** What the page *Pilotevaluering* shows: the same figures after disclosure control. Percentages 0-100, means on their scale. */
export const pilotPage = z.object({
  markings: z.array(z.enum(['reconstructed', 'synthetic'])),
  surveys: z.array(
    z.object({
      survey: z.enum(surveys),
      participants: publishedFigure,
      responses: publishedFigure,
      responsesAboutContact: publishedFigure,
      responseRates: z.array(z.object({ phase: z.union([z.literal(1), z.literal(2)]), rate: publishedFigure })),
      statements: z.array(z.object({ statement: z.enum(statements), mean: publishedFigure })),
    }),
  ),
  childContact: z.object({
    noContactWithChild: publishedFigure,
    childCouldInfluence: publishedFigure,
    familyGuidanceUsed: publishedFigure,
  }),
  youthContactForms: z.array(z.object({ form: z.enum(contactForms), share: publishedFigure })),
  tools: z.array(z.object({ tool: z.enum(tools), used: publishedFigure, usefulOfUsed: publishedFigure })),
  gatherings: z.array(
    z.object({
      gatheringId: z.string(),
      phase: z.int(),
      targetGroup: z.enum(['child_4_12', 'aftercare']),
      number: z.int(),
      format: z.enum(['digital', 'physical']),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      invited: publishedFigure,
      attended: publishedFigure,
      evaluations: publishedFigure,
      means: scaleMeans,
    }),
  ),
  gatheringsByFormat: z.array(
    z.object({ format: z.enum(['digital', 'physical']), gatherings: z.int(), evaluations: publishedFigure, means: scaleMeans }),
  ),
  supervision: z.array(
    z.object({
      groupId: z.string(),
      targetGroup: z.enum(['child_4_12', 'aftercare']),
      phase: z.int(),
      sessions: z.int(),
      hours: z.number(),
      skillsPractised: publishedFigure,
      attendance: publishedFigure,
    }),
  ),
});
export type PilotPage = z.infer<typeof pilotPage>;

export const getPilotReport = defineQuery({
  service: 'dashboards',
  name: 'pilot-report',
  audience: 'study',
  summary: 'The pilot evaluation, unsuppressed, for the study itself',
  input: z.object({}),
  output: pilotReport,
});

export const getPilotPage = defineQuery({
  service: 'dashboards',
  name: 'pilot-evaluation',
  audience: 'portal',
  summary: 'The pilot evaluation after disclosure control',
  input: z.object({}),
  output: pilotPage,
});
