import { type Region, withRegion } from '../language/regions.js';

/** Reads the chosen programme from an address. */
export const withProgramme = ({ programme }: Record<string, unknown>): { programme?: string } =>
  typeof programme === 'string' && programme ? { programme } : {};

/** Reads the chosen programme and region from an address. */
export const withProgrammeAndRegion = (search: Record<string, unknown>): { programme?: string; region?: Region } => ({
  ...withProgramme(search),
  ...withRegion(search),
});
