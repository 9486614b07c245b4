import { seesRows } from '@riggen/access';
import { getCoverageForecast } from '@riggen/contracts';
import { suppress } from '@riggen/statistics';
import { querySlice } from '@riggen/service';
import type { EntityManager } from 'typeorm';
import { planningDefaults } from '../plan.js';
import { coveredFrom, forecastCoverage, nextSeason } from '../forecast.js';
import { PlanRow } from '../plans.tables.js';

export const coverageForecastQuery = querySlice({
  definition: getCoverageForecast,
  projections: ['plans'],
  subject: async ({ region }) => ({ region }),
  answer: async ({ region }, tables, caller) => {
    const every = await newestPlans(tables);
    const plans = every.filter((plan) => !region || plan.region === region);
    const services = plans.flatMap(({ services: planned, placements }) => {
      const begins = new Map(placements.map(({ serviceId, season }) => [serviceId, season]));
      return planned.map(({ serviceId, participants }) => ({ staff: participants!, begins: begins.get(serviceId) }));
    });
    const { turnover, coverageTarget, seasonsAhead } = planningDefaults;
    const first = plans.flatMap(({ seasons }) => seasons[0]!.season).sort()[0];
    const seasons = first ? Array.from({ length: seasonsAhead }, (_, step) => nextSeason(first, step)) : [];
    const forecast = forecastCoverage(services, seasons, turnover);
    return {
      staff: seesRows(caller, 'person', { region }) ? staffOf(plans) : publishedStaff(every, region),
      servicesPlanned: services.filter(({ begins }) => begins).length,
      servicesUnplaced: services.filter(({ begins }) => !begins).length,
      turnover,
      target: coverageTarget,
      seasons: forecast.map(({ season, low, high }) => ({ season, low: toWholePerCent(low), high: toWholePerCent(high) })),
      coveredFrom: coveredFrom(forecast, coverageTarget),
    };
  },
});

type Plan = PlanRow['plan'];

const staffOf = (plans: Plan[]): number => plans.flatMap(({ services }) => services).reduce((sum, { participants }) => sum + participants!, 0);

/** How many the plans are for, in a region or in the nation, where no few people can be worked out from regions and nation. */
function publishedStaff(plans: Plan[], region: string | undefined): number | null {
  const cells = [{ id: 'nation', people: staffOf(plans) }, ...plans.map((plan) => ({ id: plan.region, people: staffOf([plan]) }))];
  const hidden = suppress(cells, [{ total: 'nation', parts: plans.map((plan) => plan.region) }]);
  const id = region ?? 'nation';
  return hidden.get(id) ? null : (cells.find((cell) => cell.id === id)?.people ?? 0);
}

/** So coarse that few people cannot be worked out from a share. */
const toWholePerCent = (share: number): number => Math.round(share * 100) / 100;

async function newestPlans(tables: EntityManager): Promise<Plan[]> {
  const rows = await tables
    .createQueryBuilder(PlanRow, 'plan')
    .distinctOn(['plan.region'])
    .orderBy('plan.region')
    .addOrderBy('plan.version', 'DESC')
    .getMany();
  return rows.map(({ plan }) => plan);
}
