import { contactForms, statements, tools } from '@riggen/contracts';
import { mean, percentage } from '@riggen/statistics';
import type { Share, SurveyFigures } from '../survey-figures.query.js';

/** A figure before disclosure control: `value` with the `n` that is told with it, and the distinct people behind. */
export interface Measure {
  measure: string;
  value: number | null;
  n: number;
  people: number;
}

const share = (measure: string, { part, whole, people }: Share): Measure => ({ measure, value: percentage(part, whole), n: whole, people });

/** What is published of a survey in the nation as a whole. A statement is there once it has been answered. */
export function measuresOf(figures: SurveyFigures): Measure[] {
  const { participants, responses, respondents, aboutContact, peopleAboutContact, responseRates } = figures;
  const ofContacts = (measure: string, part: number) => share(measure, { part, whole: aboutContact, people: peopleAboutContact });
  return [
    { measure: 'participants', value: participants, n: participants, people: participants },
    { measure: 'responses', value: responses, n: respondents, people: respondents },
    { measure: 'responses_about_contact', value: aboutContact, n: peopleAboutContact, people: peopleAboutContact },
    share('response_rate_phase_1', responseRates[1]),
    share('response_rate_phase_2', responseRates[2]),
    ...statements.flatMap((statement) => {
      const answered = figures.statements[statement];
      return answered ? [{ measure: statement, value: mean(answered.sum, answered.n), n: answered.n, people: answered.people }] : [];
    }),
    ofContacts('no_contact_with_child', figures.answeredNo.child_contact),
    ofContacts('child_could_influence', figures.answeredYes.child_could_influence),
    ofContacts('family_guidance_used', figures.answeredYes.family_guidance_used),
    ...contactForms.map((form) => ofContacts(`contact_${form}`, figures.contactForms[form])),
    ...tools.map((tool) => ofContacts(`used_${tool}`, figures.tools[tool].used)),
    ...tools.map((tool) => {
      const { used, useful, peopleWhoUsed } = figures.tools[tool];
      return share(`useful_${tool}`, { part: useful, whole: used, people: peopleWhoUsed });
    }),
  ];
}
