import { withRegionAndSearch, type Region } from '../language/regions.js';

interface RegionAndPage {
  region?: Region;
  page?: number;
}

/** Reads the chosen region and the page of a list from an address. */
export function withRegionAndPage(search: Record<string, unknown>): RegionAndPage {
  const { region, page } = withRegionAndSearch(search);
  return { ...(region && { region }), ...(page && { page }) };
}

/** Reads whether coming or earlier gatherings are wanted, besides region and page. */
export const withTime = ({ time, ...search }: Record<string, unknown>): RegionAndPage & { time?: 'coming' | 'earlier' } => ({
  ...withRegionAndPage(search),
  ...(time === 'earlier' && { time }),
});

/** Reads the year, besides region and page. */
export const withYear = ({ year, ...search }: Record<string, unknown>): RegionAndPage & { year?: number } => ({
  ...withRegionAndPage(search),
  ...(typeof year === 'number' && { year }),
});

const standings = ['ready', 'awarded', 'lacking'] as const;

/** Reads the programme and how people stand to its certificate, besides region and page. */
export const withStanding = ({ programme, standing, ...search }: Record<string, unknown>): RegionAndPage & { programme?: string; standing?: (typeof standings)[number] } => {
  const chosen = standings.find((one) => one === standing);
  return { ...withRegionAndPage(search), ...(typeof programme === 'string' && { programme }), ...(chosen && { standing: chosen }) };
};

/** Reads a code: that of the room, or of a certificate. */
export const withCode = ({ kode }: Record<string, unknown>): { kode?: string } =>
  typeof kode === 'string' || typeof kode === 'number' ? { kode: String(kode) } : {};
