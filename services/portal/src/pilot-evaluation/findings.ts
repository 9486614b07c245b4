import { compareSides } from '../figures/comparison.js';
import { extreme, isShown, noFigure, type PublishedFigure } from '../figures/published-figure.js';
import type { Sentence } from '../language/sentence.js';
import type { PilotPage, ScaleName } from './pilot-page.js';
import { statementRows, type PairName } from './side-pairs.js';

/** The titles of the page's sections, each a finding made from the published figures. */

export function pairFinding(page: PilotPage, pair: PairName): Sentence {
  const comparison = compareSides(statementRows(page, pair));
  if (!('widest' in comparison)) return notShown(pair, comparison.verdict === 'hidden');
  const { verdict, compared, higherForFirst, widest } = comparison;
  return {
    key: `pilot.pair.${verdict}.${pair}`,
    values: { statement: widest.id, higher: higherForFirst, compared },
  };
}

export function toolsFinding({ tools }: PilotPage): Sentence {
  const most = extreme(tools, (row) => row.used, 'highest');
  const least = extreme(tools, (row) => row.used, 'lowest');
  if (!most || !least) return notShown('tools', tools.some(({ used }) => used.hidden !== null));
  if (most.row === least.row) {
    return { key: 'pilot.tools.findingOne', values: { tool: most.row.tool, share: most.value } };
  }
  return {
    key: 'pilot.tools.finding',
    values: { most: most.row.tool, mostShare: most.value, least: least.row.tool, leastShare: least.value },
  };
}

export function toolsUsefulness({ tools }: PilotPage): Sentence | undefined {
  const least = extreme(tools, (row) => row.usefulOfUsed, 'lowest');
  return least && { key: 'pilot.tools.usefulness', values: { share: least.value } };
}

export function childContactFinding({ childContact }: PilotPage): Sentence {
  const { noContactWithChild } = childContact;
  if (!isShown(noContactWithChild)) return notShown('childContact', noContactWithChild.hidden !== null);
  return { key: 'pilot.childContact.finding', values: { share: noContactWithChild.value } };
}

export function contactFormsFinding({ youthContactForms }: PilotPage): Sentence {
  const most = extreme(youthContactForms, (row) => row.share, 'highest');
  if (!most) return notShown('contactForms', youthContactForms.some(({ share }) => share.hidden !== null));
  return { key: 'pilot.contactForms.finding', values: { form: most.row.form, share: most.value } };
}

export function formatsFinding(page: PilotPage): Sentence {
  const comparison = compareSides(formatRows(page));
  if (!('widest' in comparison)) return notShown('formats', comparison.verdict === 'hidden');
  const { verdict, compared, higherForFirst, widest } = comparison;
  return {
    key: `pilot.formats.${verdict}`,
    values: { scale: widest.id, higher: higherForFirst, compared },
  };
}

export const scales: readonly ScaleName[] = ['learning', 'motivating', 'amount', 'relevance', 'leadership'];

/** Physical gatherings first, digital second, by the five scales of the evaluation. */
export function formatRows({ gatheringsByFormat }: PilotPage) {
  const meansOf = (wanted: 'physical' | 'digital') => gatheringsByFormat.find(({ format }) => format === wanted)?.means;
  const physical = meansOf('physical');
  const digital = meansOf('digital');
  return scales.map((id) => ({ id, first: physical?.[id] ?? noFigure, second: digital?.[id] ?? noFigure }));
}

export function gatheringsFinding({ gatherings }: PilotPage): Sentence {
  const physical = gatherings.filter(({ format }) => format === 'physical').length;
  return {
    key: 'pilot.gatherings.finding',
    values: { count: gatherings.length, physical, digital: gatherings.length - physical },
  };
}

export function supervisionFinding({ supervision }: PilotPage): Sentence {
  const attendance = (group: { attendance: PublishedFigure }) => group.attendance;
  const lowest = extreme(supervision, attendance, 'lowest');
  const highest = extreme(supervision, attendance, 'highest');
  if (!lowest || !highest) return notShown('supervision', supervision.some((group) => group.attendance.hidden !== null));
  return { key: 'pilot.supervision.finding', values: { low: lowest.value, high: highest.value } };
}

type Subject = PairName | 'tools' | 'childContact' | 'contactForms' | 'formats' | 'supervision';

const notShown = (subject: Subject, hidden: boolean): Sentence => ({
  key: hidden ? 'pilot.notShown.hidden' : 'pilot.notShown.tooLittle',
  values: { subject },
});
