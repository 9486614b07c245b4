import regions from './data/regions.json' with { type: 'json' };

export type RegionId = 'nord' | 'midt' | 'vest' | 'sor' | 'ost';

/** Bufetat's regions, each of which follows up the services of its counties. */
export const allRegions = regions as { id: RegionId; name: { nb: string; nn: string; en: string } }[];
