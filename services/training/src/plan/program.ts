import { packInto } from './pack.js';
import { costOfWaiting, ownCohorts, type Plan, type PlanningInput, possibleStarts } from './plan-model.js';

/** Services that cannot share so few cohorts of a season, though their participants are not too many: no two halves fit. */
export interface Misfit {
  start: number;
  services: number[];
  cohorts: number;
}

/**
 * The plan as an integer program in the LP format of CPLEX. `x{i}_{t}`: service i begins in season t; `c{t}_{k}`: season t has
 * at least k+1 shared cohorts; `u{i}`: the service finds no place. That the services of a season fit into its cohorts one by
 * one is checked afterwards; those that do not come back as misfits, which the next program leaves out.
 */
export function programOf(input: PlanningInput, misfits: readonly Misfit[] = []): string {
  const { services, seasons, rules } = input;
  const own = services.map((service) => ownCohorts(service, rules));
  const starts = services.map((service) => possibleStarts(service, seasons));
  const beginning = (start: number) => services.flatMap((_, index) => (starts[index]!.includes(start) ? [index] : []));
  const sharers = (start: number) => beginning(start).filter((index) => !own[index]);
  const cohorts = seasons.map(({ trainerDays }, start) =>
    Array.from({ length: Math.min(Math.floor(trainerDays / rules.digitalTrainerDays), sharers(start).length) }, (_, cohort) => `c${start}_${cohort}`),
  );
  const waits = services.flatMap((service, index) => [
    ...starts[index]!.map((start) => `${(costOfWaiting(service) * start).toFixed(3)} x${index}_${start}`),
    `${(costOfWaiting(service) * seasons.length).toFixed(3)} u${index}`,
  ]);
  const once = services.map((_, index) => ` one${index}: ${[...starts[index]!.map((start) => `x${index}_${start}`), `u${index}`].join(' + ')} = 1`);
  const room = seasons.flatMap((_, start) => {
    const seats = sharers(start).map((index) => `${services[index]!.participants} x${index}_${start}`);
    const places = cohorts[start]!.map((name) => ` - ${rules.cohortPlaces} ${name}`).join('');
    return seats.length ? [` room${start}: ${seats.join(' + ')}${places} <= 0`] : [];
  });
  const inOrder = cohorts.flatMap((names) => names.slice(1).map((name, index) => ` order_${name}: ${name} - ${names[index]!} <= 0`));
  const days = seasons.flatMap(({ trainerDays }, index) => {
    const of = (start: number, each: number) => [
      ...(start < 0 ? [] : beginning(start).flatMap((service) => (own[service] ? [`${own[service] * each} x${service}_${start}`] : []))),
      ...(cohorts[start] ?? []).map((name) => `${each} ${name}`),
    ];
    const terms = [...of(index, rules.digitalTrainerDays), ...of(index - 1, rules.physicalTrainerDays)];
    return terms.length ? [` days${index}: ${terms.join(' + ')} <= ${trainerDays}`] : [];
  });
  const apart = misfits.map(({ start, services: together, cohorts: few }, number) => {
    const another = cohorts[start]![few];
    return ` apart${number}: ${together.map((index) => `x${index}_${start}`).join(' + ')}${another ? ` - ${another}` : ''} <= ${together.length - 1}`;
  });
  const binaries = services.flatMap((_, index) => [...starts[index]!.map((start) => `x${index}_${start}`), `u${index}`]);
  return [
    ...['Minimize', ` cost: ${waits.join(' + ')}`, 'Subject To', ...once, ...room, ...inOrder, ...days, ...apart],
    ...['Binary', ` ${[...binaries, ...cohorts.flat()].join(' ')}`, 'End'],
  ].join('\n');
}

/** Reads a solution, the value of each variable by its name, as a plan; or tells which services do not fit together. */
export function planOf(value: (name: string) => number, { services, seasons, rules }: PlanningInput): Plan | Misfit {
  const isSet = (name: string) => value(name) > 0.5;
  const plan: Plan = { placements: [], unplaced: [] };
  for (const [start, { season }] of seasons.entries()) {
    const here = services.flatMap((_, index) => (isSet(`x${index}_${start}`) ? [index] : []));
    const sharing = here.filter((index) => !ownCohorts(services[index]!, rules));
    const held = services.filter((_, cohort) => isSet(`c${start}_${cohort}`)).length;
    const binOf = packInto(sharing.map((index) => services[index]!.participants), held, rules.cohortPlaces);
    if (!binOf) return { start, services: sharing, cohorts: held };
    let next = held;
    for (const index of here) {
      const { serviceId } = services[index]!;
      const own = ownCohorts(services[index]!, rules);
      const cohorts = own ? Array.from({ length: own }, () => (next += 1)) : [binOf[sharing.indexOf(index)]! + 1];
      plan.placements.push({ serviceId, season, cohorts });
    }
  }
  const placed = new Set(plan.placements.map(({ serviceId }) => serviceId));
  plan.unplaced = services.map(({ serviceId }) => serviceId).filter((id) => !placed.has(id));
  return plan;
}
