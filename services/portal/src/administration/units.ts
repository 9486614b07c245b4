/** The roles that can be given to people and programs. */
export const rolesToGive = ['national_team', 'competence_centre', 'regional_team', 'local_leader', 'local_supervisor', 'caseworker', 'researcher', 'auditor', 'administrator'] as const;

/** A unit as forms name it, "service sor p08", as the contracts have it. */
export function unitOf(named: string) {
  const [level, region, service] = named.split(' ');
  return { level, ...(region && { region }), ...(service && { service }) };
}
