import type { Language, Role } from '@riggen/contracts';

interface DemoTexts {
  title: string;
  notice: string;
  choose: string;
  roles: Record<Exclude<Role, 'operator'>, string>;
  nation: string;
  region: string;
  service: string;
}

/** The words of the demo's sign-in page. */
export const demoTexts: Record<Language, DemoTexts> = {
  nb: {
    title: 'Logg inn i demoen',
    notice: 'Dette er en demo. Menneskene er oppdiktet, og hvem som helst kan være hvem som helst av dem. Skriv ikke inn noe om virkelige mennesker.',
    choose: 'Velg hvem du vil være',
    roles: {
      national_team: 'nasjonalt team',
      competence_centre: 'kompetansesenter',
      regional_team: 'regionalt team',
      local_leader: 'barnevernleder',
      local_supervisor: 'lokal veileder',
      caseworker: 'kontaktperson',
      researcher: 'forsker',
      auditor: 'revisor',
      administrator: 'administrator',
    },
    nation: 'hele landet',
    region: 'Region sør',
    service: 'Pilottjeneste 08',
  },
  nn: {
    title: 'Logg inn i demoen',
    notice: 'Dette er ein demo. Menneska er oppdikta, og kven som helst kan vere kven som helst av dei. Skriv ikkje inn noko om verkelege menneske.',
    choose: 'Vel kven du vil vere',
    roles: {
      national_team: 'nasjonalt team',
      competence_centre: 'kompetansesenter',
      regional_team: 'regionalt team',
      local_leader: 'barnevernsleiar',
      local_supervisor: 'lokal rettleiar',
      caseworker: 'kontaktperson',
      researcher: 'forskar',
      auditor: 'revisor',
      administrator: 'administrator',
    },
    nation: 'heile landet',
    region: 'Region sør',
    service: 'Pilottjeneste 08',
  },
  en: {
    title: 'Sign in to the demo',
    notice: 'This is a demo. The people are invented, and anybody can be any of them. Enter nothing about real people.',
    choose: 'Choose who you want to be',
    roles: {
      national_team: 'national team',
      competence_centre: 'competence centre',
      regional_team: 'regional team',
      local_leader: 'local leader',
      local_supervisor: 'local supervisor',
      caseworker: 'caseworker',
      researcher: 'researcher',
      auditor: 'auditor',
      administrator: 'administrator',
    },
    nation: 'the whole country',
    region: 'Region South',
    service: 'Pilot service 08',
  },
};
