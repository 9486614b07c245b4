import type { getOrganisation, getRolloutByStage, getServicesInLine } from '@riggen/contracts';
import type { z } from 'zod';
import { type Stage, stages } from '../charts/StageMark.js';
import type { Region } from '../language/regions.js';
import type { Sentence } from '../language/sentence.js';

export type ByStage = z.infer<(typeof getRolloutByStage)['output']>;
export type ServiceInLine = z.infer<(typeof getServicesInLine)['output']>['items'][number];
type ListedService = z.infer<(typeof getOrganisation)['output']>['items'][number];

/** A month in days, as an average over the years. */
const monthOfDays = 365.25 / 12;
export const monthsOf = (days: number): number => days / monthOfDays;

/** From how many services in a stage a share of them says anything. */
const fewestForShare = 5;

type StageCounts = Record<Stage, number>;

/** How many services of a region are in each stage. */
export const countsOf = ({ notStarted, byStage, services }: ByStage['regions'][number]): StageCounts => {
  const open = Object.values(byStage).reduce((sum, count) => sum + count, 0);
  // Those that have begun and are between two stages today are drawn with those not started: the bar shows who is in a stage.
  return { not_started: notStarted + (services - notStarted - open), ...byStage };
};

/** The counts of several regions together. */
export const sumOf = (all: readonly StageCounts[]): StageCounts =>
  Object.fromEntries(stages.map((stage) => [stage, all.reduce((sum, counts) => sum + counts[stage], 0)])) as StageCounts;

/** How many services the counts are of. */
export const totalOf = (counts: StageCounts): number => stages.reduce((sum, stage) => sum + counts[stage], 0);

/** Of the services that are in each stage now, by the furthest that is open: how many, and how many longer than planned. */
export const timeByStage = ({ stages: times }: ByStage, services: readonly ServiceInLine[]) =>
  times.map((time) => {
    const here = services.filter(({ stage }) => stage === time.stage);
    return { ...time, here, overPlan: here.filter(({ daysOverPlan }) => daysOverPlan > 0).length };
  });
type TimeInStage = ReturnType<typeof timeByStage>[number];

/** The stage where the most services are over plan; none where no service is. */
export const worstStage = (byStage: ByStage, services: readonly ServiceInLine[]): TimeInStage | undefined =>
  timeByStage(byStage, services)
    .filter(({ overPlan }) => overPlan > 0)
    .sort((a, b) => b.overPlan - a.overPlan)[0];

/** Whether more than half of those in a stage are over plan, and there are enough of them to say so. */
export const isStuck = ({ overPlan, here }: Pick<TimeInStage, 'overPlan' | 'here'>): boolean =>
  here.length >= fewestForShare && overPlan * 2 > here.length;

/** The answer of the page in two sentences: how far, and where it is stuck. */
export function headlineOf(byStage: ByStage, services: readonly ServiceInLine[]): [Sentence, Sentence?] {
  const counts = sumOf(byStage.regions.map(countsOf));
  const all = totalOf(counts);
  if (all === 0) return [{ key: 'rollout.headline.noServices' }, { key: 'rollout.headline.register' }];
  if (counts.not_started === all) return [{ key: 'rollout.headline.notBegun', values: { count: all } }, { key: 'rollout.headline.begin' }];
  const first: Sentence = { key: 'rollout.headline.inOperation', values: { count: all, operating: counts.full_implementation } };
  const worst = worstStage(byStage, services);
  if (!worst) return [first, { key: 'rollout.headline.withinPlan' }];
  if (isStuck(worst)) return [first, { key: `rollout.headline.stuck.${worst.stage}` }];
  return [first, { key: 'rollout.headline.overPlan', values: { count: longestOverPlan(services).length } }];
}

/** How much larger a region's share must be than the next one's before it is said to be ahead. */
const clearLead = 0.05;

/** The region that stands out: furthest ahead by share in operation, when one is. */
export function furthestRegion({ regions }: ByStage): Region | undefined {
  const shares = regions
    .filter(({ services }) => services >= fewestForShare)
    .map(({ region, services, byStage }) => ({ region, share: byStage.full_implementation / services }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  return first && second && first.share - second.share >= clearLead ? first.region : undefined;
}

/** How far each municipality is, by its number; where it has several services, the stage that most of them are in. */
export function stageOfMunicipalities(services: readonly ListedService[], stageOf: ReadonlyMap<string, Stage>): Map<string, Stage> {
  const found = new Map<string, Stage[]>();
  for (const { serviceId, municipalities } of services) {
    for (const { number } of municipalities) found.set(number, [...(found.get(number) ?? []), stageOf.get(serviceId) ?? 'not_started']);
  }
  return new Map([...found].map(([number, several]) => [number, commonest(several)]));
}

function commonest(several: readonly Stage[]): Stage {
  const count = (stage: Stage) => several.filter((one) => one === stage).length;
  return stages.reduce((best, stage) => (count(stage) > count(best) ? stage : best));
}

/** The services that are over plan, those furthest over first. */
export const longestOverPlan = (services: readonly ServiceInLine[]): ServiceInLine[] =>
  services.filter(({ daysOverPlan }) => daysOverPlan > 0).sort((a, b) => b.daysOverPlan - a.daysOverPlan || a.name.localeCompare(b.name, 'nb'));
