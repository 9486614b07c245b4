import { unit, type Unit } from '@riggen/contracts';

/** The columns of a unit in a table. */
export interface UnitColumns {
  level: Unit['level'];
  region: string | null;
  service: string | null;
  group: string | null;
}

export const unitColumns = 'level, region, service, "group"';

/** The unit that a row says. */
export const unitOf = ({ level, region, service, group }: UnitColumns): Unit =>
  unit.parse({ level, ...(region && { region }), ...(service && { service }), ...(group && { group }) });
