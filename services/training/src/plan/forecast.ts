import type { Season } from './plan-model.js';

/** A service's staff and the season in which its training begins; undefined where no plan places it. */
export interface ForecastService {
  staff: number;
  begins?: Season | undefined;
}

/** The share of staff, from 0 to 1, who leave in a year: at best and at worst. */
export interface Turnover {
  low: number;
  high: number;
}

/** The share of staff who are trained in a season, from 0 to 1, if turnover is high (`low`) and if it is low (`high`). */
export interface CoverageForecast {
  season: Season;
  low: number;
  high: number;
}

/** Training takes two seasons, and so does the continuous training of those who come after. */
const seasonsOfTraining = 2;

export function nextSeason(season: Season, steps = 1): Season {
  const [year, half] = season.split('-').map(Number) as [number, number];
  const count = year * 2 + (half - 1) + steps;
  return `${Math.floor(count / 2)}-${(count % 2) + 1}`;
}

/**
 * The coverage that the plans lead to. In a service that has been through its year all are trained but those who came during
 * the last year, for new staff take part in a year of training too: with a turnover of 20 % a year, 80 % are trained.
 */
export function forecastCoverage(services: readonly ForecastService[], seasons: readonly Season[], turnover: Turnover): CoverageForecast[] {
  const staff = services.reduce((sum, service) => sum + service.staff, 0);
  return seasons.map((season) => {
    const through = services.filter(({ begins }) => begins !== undefined && nextSeason(begins, seasonsOfTraining) <= season);
    const share = staff ? through.reduce((sum, service) => sum + service.staff, 0) / staff : 0;
    return { season, low: share * (1 - turnover.high), high: share * (1 - turnover.low) };
  });
}

/** The first seasons in which coverage reaches the target: at best and at worst; undefined where it does not. */
export function coveredFrom(forecast: readonly CoverageForecast[], target: number): { earliest?: Season | undefined; latest?: Season | undefined } {
  return {
    earliest: forecast.find(({ high }) => high >= target)?.season,
    latest: forecast.find(({ low }) => low >= target)?.season,
  };
}
