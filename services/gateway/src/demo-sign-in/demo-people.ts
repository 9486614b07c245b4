import type { Grant, Role, Unit } from '@riggen/contracts';

/** An invented person of the demo, with the role to try. */
export interface DemoPerson {
  /** The subject at the embedded identity provider. */
  id: string;
  name: string;
  email: string;
  grants: Grant[];
}

const nation: Unit = { level: 'nation' };
const region: Unit = { level: 'region', region: 'sor' };
const service: Unit = { level: 'service', service: 'p08', region: 'sor' };

const person = (id: string, name: string, role: Role, unit: Unit): DemoPerson => ({
  ...{ id, name, email: `${id}@demo.example`, grants: [{ role, unit }] },
});

/** One person for each role. The services and regions are those of the demo's data. */
export const demoPeople: readonly DemoPerson[] = [
  person('national', 'Nora Nasjonal', 'national_team', nation),
  person('competence', 'Kaja Kompetanse', 'competence_centre', nation),
  person('regional', 'Rune Region', 'regional_team', region),
  person('leader', 'Liv Leder', 'local_leader', service),
  person('supervisor', 'Vera Veileder', 'local_supervisor', service),
  person('caseworker', 'Kim Kontakt', 'caseworker', service),
  person('researcher', 'Frøya Forsker', 'researcher', nation),
  person('auditor', 'Roar Revisor', 'auditor', nation),
  person('administrator', 'Ada Administrator', 'administrator', nation),
];
