import { noFigure } from '../figures/published-figure.js';
import type { ComparedRow } from '../figures/comparison.js';
import type { PilotPage, StatementName, SurveyName } from './pilot-page.js';

/** Who answers about the same meetings: families or young people first, their caseworkers second. */
export const sidePairs = {
  families: { first: 'parent_weekly', second: 'contact_child_weekly' },
  aftercare: { first: 'youth_weekly', second: 'contact_aftercare_weekly' },
} as const satisfies Record<string, { first: SurveyName; second: SurveyName }>;

export type PairName = keyof typeof sidePairs;

export function statementRows(page: PilotPage, pair: PairName): ComparedRow<StatementName>[] {
  const first = statementsOf(page, sidePairs[pair].first);
  const second = statementsOf(page, sidePairs[pair].second);
  const asked = new Set([...first.keys(), ...second.keys()]);
  return [...asked].map((id) => ({ id, first: first.get(id) ?? noFigure, second: second.get(id) ?? noFigure }));
}

function statementsOf(page: PilotPage, name: SurveyName) {
  const survey = page.surveys.find(({ survey }) => survey === name);
  return new Map(survey?.statements.map(({ statement, mean }) => [statement, mean]));
}
