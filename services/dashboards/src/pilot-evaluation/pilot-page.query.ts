import { contactForms, evaluationScales, getPilotPage, type PilotPage, type PublishedFigure, statements, surveys, tools } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { type Hidden, hiddenFor, hiddenParts, mean, percentage, roundedQuotient } from '@riggen/statistics';
import { type SurveyFigures, surveyFigures } from './survey-figures.query.js';
import { type GatheringFigures, gatheringFigures, supervisionFigures } from './training-figures.query.js';

/** The figures of the page *Pilotevaluering*, after disclosure control: nothing that rests on fewer than five people. */
export const pilotPageQuery = querySlice({
  definition: getPilotPage,
  projections: ['pilot-evaluation'],
  subject: async () => ({}),
  answer: async (_, tables): Promise<PilotPage> => {
    const figures = await surveyFigures(tables);
    const child = figures.contact_child_weekly;
    const youth = figures.youth_weekly;
    const gatherings = await gatheringFigures(tables);
    const markings: { marking: PilotPage['markings'][number] }[] = await tables.query(
      'select marking from dashboards.pilot_marking order by marking',
    );
    return {
      markings: markings.map(({ marking }) => marking),
      surveys: surveys.map((survey) => surveyOnPage(survey, figures[survey])),
      childContact: {
        noContactWithChild: ofContacts(child, child.answeredNo.child_contact),
        childCouldInfluence: ofContacts(child, child.answeredYes.child_could_influence),
        familyGuidanceUsed: ofContacts(child, child.answeredYes.family_guidance_used),
      },
      youthContactForms: contactForms.map((form) => ({ form, share: ofContacts(youth, youth.contactForms[form]) })),
      tools: tools.map((tool) => {
        const { used, useful, peopleWhoUsed } = child.tools[tool];
        return {
          tool,
          used: ofContacts(child, used),
          usefulOfUsed: publish(percentage(useful, used), used, hiddenFor(peopleWhoUsed)),
        };
      }),
      gatherings: gatheringsOnPage(gatherings),
      gatheringsByFormat: gatheringsByFormat(gatherings),
      supervision: (await supervisionFigures(tables)).map((group) => ({
        groupId: group.groupId,
        targetGroup: group.targetGroup,
        phase: group.phase,
        sessions: group.sessions,
        hours: roundedQuotient(group.minutes, 60, 1)!,
        skillsPractised: publish(percentage(group.withSkillsPractice, group.sessions), group.sessions, hiddenFor(group.people)),
        attendance: publish(percentage(group.attended, group.expected), group.expected, hiddenFor(group.people)),
      })),
    };
  },
});

function publish(value: number | null, n: number, hidden: Hidden): PublishedFigure {
  return hidden ? { value: null, n: null, hidden } : { value, n, hidden };
}

const ofContacts = ({ aboutContact, peopleAboutContact }: SurveyFigures, part: number): PublishedFigure =>
  publish(percentage(part, aboutContact), aboutContact, hiddenFor(peopleAboutContact));

function surveyOnPage(survey: (typeof surveys)[number], figures: SurveyFigures): PilotPage['surveys'][number] {
  const { participants, responses, respondents, aboutContact, peopleAboutContact, responseRates } = figures;
  // The phases add up to the participants that are shown: one hidden phase takes the other with it.
  const [first, second] = hiddenParts([responseRates[1].people, responseRates[2].people]);
  const rate = (phase: 1 | 2, hidden: Hidden) => ({
    phase,
    rate: publish(percentage(responseRates[phase].part, responseRates[phase].whole), responseRates[phase].whole, hidden),
  });
  return {
    survey,
    participants: publish(participants, participants, hiddenFor(participants)),
    responses: publish(responses, respondents, hiddenFor(respondents)),
    responsesAboutContact: publish(aboutContact, peopleAboutContact, hiddenFor(peopleAboutContact)),
    responseRates: [rate(1, first!), rate(2, second!)],
    statements: statements.flatMap((statement) => {
      const answered = figures.statements[statement];
      if (!answered) return [];
      return [{ statement, mean: publish(mean(answered.sum, answered.n), answered.n, hiddenFor(answered.people)) }];
    }),
  };
}

/** Within a format the gatherings add up to a total that is shown, so a single hidden one takes the next smallest with it. */
function gatheringsOnPage(gatherings: GatheringFigures[]): PilotPage['gatherings'] {
  const hidden = new Map<string, Hidden>();
  for (const format of ['digital', 'physical'] as const) {
    const same = gatherings.filter((gathering) => gathering.format === format);
    hiddenParts(same.map(fewestOnAScale)).forEach((reason, index) =>
      hidden.set(same[index]!.gatheringId, reason),
    );
  }
  return gatherings.map(({ scores, evaluations, invited, attended, ...gathering }) => ({
    ...gathering,
    invited,
    attended: publish(attended, invited, hiddenFor(invited)),
    evaluations: publish(evaluations, evaluations, hidden.get(gathering.gatheringId)!),
    means: scaleMeans(scores, hidden.get(gathering.gatheringId)!),
  }));
}

/** The people behind a gathering's figures: the fewest who answered one of its scales, for all are shown or none. */
function fewestOnAScale({ evaluations, scores }: GatheringFigures): number {
  return Math.min(evaluations, ...evaluationScales.map((scale) => scores[scale].n).filter((n) => n > 0));
}

function gatheringsByFormat(gatherings: GatheringFigures[]): PilotPage['gatheringsByFormat'] {
  return (['digital', 'physical'] as const).map((format) => {
    const same = gatherings.filter((gathering) => gathering.format === format);
    const evaluations = same.reduce((sum, gathering) => sum + gathering.evaluations, 0);
    const scores = Object.fromEntries(
      evaluationScales.map((scale) => [
        scale,
        {
          sum: same.reduce((sum, gathering) => sum + gathering.scores[scale].sum, 0),
          n: same.reduce((sum, gathering) => sum + gathering.scores[scale].n, 0),
        },
      ]),
    ) as GatheringFigures['scores'];
    const hidden = hiddenFor(evaluations);
    return {
      format,
      gatherings: same.length,
      evaluations: publish(evaluations, evaluations, hidden),
      means: scaleMeans(scores, hidden),
    };
  });
}

const scaleMeans = (scores: GatheringFigures['scores'], hidden: Hidden) =>
  Object.fromEntries(
    evaluationScales.map((scale) => [
      scale,
      publish(mean(scores[scale].sum, scores[scale].n), scores[scale].n, hidden ?? hiddenFor(scores[scale].n)),
    ]),
  ) as PilotPage['gatherings'][number]['means'];
