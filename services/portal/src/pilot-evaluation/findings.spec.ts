import { describe, expect, it } from '@jest/globals';
import { noFigure } from '../figures/published-figure.js';
import { isEmpty } from './empty.js';
import {
  childContactFinding,
  contactFormsFinding,
  formatRows,
  formatsFinding,
  gatheringsFinding,
  pairFinding,
  supervisionFinding,
  toolsFinding,
  toolsUsefulness,
} from './findings.js';
import { statementRows } from './side-pairs.js';
import { hidden, shown, smallPilot, surveysWith } from './testing/small-pilot.js';

describe('findings', () => {
  it('count the statements on which one side is higher, and name the widest gap', () => {
    expect(pairFinding(smallPilot, 'aftercare')).toEqual({
      key: 'pilot.pair.firstHigher.aftercare',
      values: { statement: 'asked_for_opinion', higher: 2, compared: 2 },
    });
    expect(pairFinding(smallPilot, 'families').key).toBe('pilot.pair.similar.families');
  });

  it('keep a statement that only one side was asked', () => {
    const surveys = surveysWith({ parent_weekly: { meeting_was_helpful: shown(6) } });
    expect(statementRows({ ...smallPilot, surveys }, 'families')).toEqual([
      { id: 'meeting_was_helpful', first: shown(6), second: noFigure },
    ]);
  });

  it('name the most and the least used tool', () => {
    expect(toolsFinding(smallPilot).values).toEqual({
      most: 'flipchart',
      mostShare: 65,
      least: 'pathway_model',
      leastShare: 10,
    });
    expect(toolsUsefulness(smallPilot)).toEqual({ key: 'pilot.tools.usefulness', values: { share: 89 } });
  });

  it('do not compare a tool with itself', () => {
    const tools = smallPilot.tools.slice(0, 1);
    expect(toolsFinding({ ...smallPilot, tools })).toEqual({
      key: 'pilot.tools.findingOne',
      values: { tool: 'action_plan', share: 33 },
    });
  });

  it('name the most common form of contact', () => {
    expect(contactFormsFinding(smallPilot).values).toEqual({ form: 'in_person', share: 60 });
  });

  it('set physical gatherings against digital ones', () => {
    expect(formatsFinding(smallPilot)).toEqual({
      key: 'pilot.formats.firstHigher',
      values: { scale: 'leadership', higher: 5, compared: 5 },
    });
  });

  it('have no physical figures before there is a physical gathering', () => {
    const rows = formatRows({ ...smallPilot, gatheringsByFormat: smallPilot.gatheringsByFormat.slice(0, 1) });
    expect(rows.map(({ first }) => first)).toEqual([noFigure, noFigure, noFigure, noFigure, noFigure]);
  });

  it('count gatherings by format', () => {
    expect(gatheringsFinding(smallPilot).values).toEqual({ count: 1, physical: 0, digital: 1 });
  });

  it('give the span of attendance over the groups that are shown', () => {
    expect(supervisionFinding(smallPilot).values).toEqual({ low: 70, high: 95 });
  });

  it('say why there is no finding', () => {
    const childContact = { ...smallPilot.childContact, noContactWithChild: hidden };
    expect(childContactFinding({ ...smallPilot, childContact })).toEqual({
      key: 'pilot.notShown.hidden',
      values: { subject: 'childContact' },
    });
    expect(toolsFinding({ ...smallPilot, tools: [] })).toEqual({
      key: 'pilot.notShown.tooLittle',
      values: { subject: 'tools' },
    });
  });
});

describe('the empty page', () => {
  const nobody = smallPilot.surveys.map((survey) => ({ ...survey, participants: shown(0, 0) }));

  it('is shown when nothing has been read in', () => {
    expect(isEmpty({ ...smallPilot, surveys: nobody, gatherings: [], supervision: [] })).toBe(true);
  });

  it('is not shown when figures exist but are hidden', () => {
    const surveys = nobody.map((survey) => ({ ...survey, participants: hidden }));
    expect(isEmpty({ ...smallPilot, surveys, gatherings: [], supervision: [] })).toBe(false);
  });
});
