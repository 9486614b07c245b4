import { contactForms, evaluationScales, getPilotReport, type PilotReport, statements, tools } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { mean, percentage, roundedQuotient } from '@riggen/statistics';
import { type SurveyFigures, surveyFigures } from './survey-figures.query.js';
import { type GatheringFigures, gatheringFigures, type SupervisionFigures, supervisionFigures } from './training-figures.query.js';

/** The study's own report, unsuppressed: definitions and rounding as the outside interface has them. */
export const pilotReportQuery = querySlice({
  definition: getPilotReport,
  projections: ['pilot-evaluation'],
  subject: async () => ({}),
  answer: async (_, tables): Promise<PilotReport> => {
    const surveys = await surveyFigures(tables);
    const child = surveys.contact_child_weekly;
    const ofContacts = ({ aboutContact }: SurveyFigures, part: number) => percentage(part, aboutContact);
    return {
      surveys: {
        parent_weekly: surveyReport(surveys.parent_weekly),
        contact_child_weekly: {
          ...surveyReport(child),
          no_contact_with_child_pct: ofContacts(child, child.answeredNo.child_contact),
          child_could_influence_pct: ofContacts(child, child.answeredYes.child_could_influence),
          family_guidance_used_pct: ofContacts(child, child.answeredYes.family_guidance_used),
        },
        youth_weekly: {
          ...surveyReport(surveys.youth_weekly),
          contact_form_pct: each(contactForms, (form) =>
            ofContacts(surveys.youth_weekly, surveys.youth_weekly.contactForms[form]),
          ),
        },
        contact_aftercare_weekly: surveyReport(surveys.contact_aftercare_weekly),
      },
      tools: each(tools, (tool) => ({
        used_pct: ofContacts(child, child.tools[tool].used),
        useful_pct_of_used: percentage(child.tools[tool].useful, child.tools[tool].used),
      })),
      gatherings: (await gatheringFigures(tables)).map(gatheringReport),
      supervision: Object.fromEntries((await supervisionFigures(tables)).map((group) => [group.groupId, supervisionReport(group)])),
    };
  },
});

const each = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;

function surveyReport(figures: SurveyFigures) {
  const answered = statements.filter((statement) => figures.statements[statement]);
  return {
    participants: figures.participants,
    responses: figures.responses,
    responses_about_contact: figures.aboutContact,
    response_rate_phase_1: percentage(figures.responseRates[1].part, figures.responseRates[1].whole),
    response_rate_phase_2: percentage(figures.responseRates[2].part, figures.responseRates[2].whole),
    statements: each(answered, (statement) => {
      const { n, sum } = figures.statements[statement]!;
      return { n, mean: mean(sum, n)! };
    }),
  };
}

const gatheringReport = ({ gatheringId, invited, attended, evaluations, scores }: GatheringFigures) => ({
  gathering_id: gatheringId,
  invited,
  attended,
  evaluations,
  means: evaluations ? each(evaluationScales, (scale) => mean(scores[scale].sum, scores[scale].n)) : {},
});

const supervisionReport = (group: SupervisionFigures) => ({
  sessions: group.sessions,
  hours: roundedQuotient(group.minutes, 60, 1)!,
  skills_practised_pct: percentage(group.withSkillsPractice, group.sessions),
  attendance_pct: percentage(group.attended, group.expected),
});
