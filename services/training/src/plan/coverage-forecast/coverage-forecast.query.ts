import { getCoverageForecast } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import type { EntityManager } from 'typeorm';
import { planningDefaults } from '../plan.js';
import { coveredFrom, forecastCoverage, nextSeason } from '../forecast.js';
import { PlanRow } from '../plans.tables.js';

export const coverageForecastQuery = querySlice({
  definition: getCoverageForecast,
  projections: ['plans'],
  subject: async ({ region }) => ({ region }),
  answer: async ({ region }, tables) => {
    const plans = await newestPlans(tables, region);
    const services = plans.flatMap(({ services: planned, placements }) => {
      const begins = new Map(placements.map(({ serviceId, season }) => [serviceId, season]));
      return planned.map(({ serviceId, participants }) => ({ staff: participants, begins: begins.get(serviceId) }));
    });
    const { turnover, coverageTarget, seasonsAhead } = planningDefaults;
    const first = plans.flatMap(({ seasons }) => seasons[0]!.season).sort()[0];
    const seasons = first ? Array.from({ length: seasonsAhead }, (_, step) => nextSeason(first, step)) : [];
    const forecast = forecastCoverage(services, seasons, turnover);
    return {
      staff: services.reduce((sum, { staff }) => sum + staff, 0),
      servicesPlanned: services.filter(({ begins }) => begins).length,
      servicesUnplaced: services.filter(({ begins }) => !begins).length,
      turnover,
      target: coverageTarget,
      seasons: forecast,
      coveredFrom: coveredFrom(forecast, coverageTarget),
    };
  },
});

async function newestPlans(tables: EntityManager, region: string | undefined): Promise<PlanRow['plan'][]> {
  const rows = await tables
    .createQueryBuilder(PlanRow, 'plan')
    .distinctOn(['plan.region'])
    .where(region ? 'plan.region = :region' : 'true', { region })
    .orderBy('plan.region')
    .addOrderBy('plan.version', 'DESC')
    .getMany();
  return rows.map(({ plan }) => plan);
}
