import type { PublishedFigure } from '../../figures/published-figure.js';
import type { PilotPage, Survey, SurveyName } from '../pilot-page.js';

/** A made-up page, small enough to read in a test. */

export const shown = (value: number | null, n = 40): PublishedFigure => ({ value, n, hidden: null });
export const hidden: PublishedFigure = { value: null, n: null, hidden: 'few' };

type Means = Partial<Record<Survey['statements'][number]['statement'], PublishedFigure>>;

const survey = (name: SurveyName, means: Means): Survey => ({
  survey: name,
  participants: shown(20, 20),
  responses: shown(60, 20),
  responsesAboutContact: shown(40, 20),
  responseRates: [
    { phase: 1, rate: shown(70) },
    { phase: 2, rate: shown(80) },
  ],
  statements: Object.entries(means).map(([statement, mean]) => ({ statement: statement as keyof Means, mean })),
});

export const surveysWith = (means: Partial<Record<SurveyName, Means>>): Survey[] =>
  (['parent_weekly', 'contact_child_weekly', 'youth_weekly', 'contact_aftercare_weekly'] as const).map((name) =>
    survey(name, means[name] ?? {}),
  );

const evaluation = (value: number) => ({
  learning: shown(value),
  motivating: shown(value),
  amount: shown(value - 1),
  relevance: shown(value),
  leadership: shown(value),
});

export const smallPilot: PilotPage = {
  markings: ['reconstructed'],
  surveys: surveysWith({
    parent_weekly: { met_with_respect: shown(6.1), could_influence: shown(5.9) },
    contact_child_weekly: { met_with_respect: shown(6.3), could_influence: shown(5.8) },
    youth_weekly: { met_with_respect: shown(6.1), asked_for_opinion: shown(6.2) },
    contact_aftercare_weekly: { met_with_respect: shown(5.4), asked_for_opinion: shown(5.3) },
  }),
  childContact: { noContactWithChild: shown(91), childCouldInfluence: shown(85), familyGuidanceUsed: shown(68) },
  youthContactForms: [
    { form: 'in_person', share: shown(60) },
    { form: 'sms', share: shown(24) },
    { form: 'phone', share: hidden },
    { form: 'video', share: hidden },
  ],
  tools: [
    { tool: 'action_plan', used: shown(33), usefulOfUsed: shown(89, 13) },
    { tool: 'flipchart', used: shown(65), usefulOfUsed: shown(99, 26) },
    { tool: 'pathway_model', used: shown(10), usefulOfUsed: hidden },
  ],
  gatherings: [
    {
      gatheringId: 'A1',
      phase: 1,
      targetGroup: 'child_4_12',
      number: 1,
      format: 'digital',
      startsOn: '2021-09-06',
      endsOn: '2021-09-07',
      invited: shown(12, 12),
      attended: shown(11),
      evaluations: shown(10),
      means: evaluation(6),
    },
  ],
  gatheringsByFormat: [
    { format: 'digital', gatherings: 1, evaluations: shown(10), means: evaluation(6) },
    { format: 'physical', gatherings: 0, evaluations: shown(0), means: { ...evaluation(8), leadership: shown(8.5) } },
  ],
  supervision: [
    supervised('B1', shown(70)),
    supervised('B2', hidden),
    supervised('B3', shown(95)),
  ],
};

function supervised(groupId: string, attendance: PublishedFigure): PilotPage['supervision'][number] {
  return { groupId, targetGroup: 'aftercare', phase: 1, sessions: 4, hours: 8, skillsPractised: shown(75, 4), attendance };
}
