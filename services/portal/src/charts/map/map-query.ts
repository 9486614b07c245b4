import { queryOptions } from '@tanstack/react-query';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { fetchJson } from '../../api/fetch-json.js';
import address from './norge-2024.json?url';

export interface MunicipalityProperties {
  kommunenummer: string;
  region: string;
}
export type Norway = Topology<{ kommuner: GeometryCollection<MunicipalityProperties>; regioner: GeometryCollection }>;

/** The map of Norway by municipality and region. */
export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => fetchJson<Norway>(address, signal),
  staleTime: Infinity,
});
