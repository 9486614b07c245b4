import type { Text } from './texts.js';

/** What a proposal of a region's plan is refused with. Seasons are written half/year: 1/2027. */
export const planTexts = {
  'not-a-season': {
    nb: '«{given}» er ikke et halvår. Skriv år og halvår, for eksempel 2027-1.',
    nn: '«{given}» er ikkje eit halvår. Skriv år og halvår, til dømes 2027-1.',
    en: '"{given}" is not a half-year. Write year and half, for example 2027-1.',
  },
  'pin-without-room': {
    nb: 'Tjenesten {id} er låst til halvår {season}, men trenerne har ikke nok dager i det halvåret eller det neste. Lås opp tjenesten, velg et annet halvår, eller øk trenerdagene.',
    nn: 'Tenesta {id} er låst til halvår {season}, men trenarane har ikkje nok dagar i det halvåret eller det neste. Lås opp tenesta, vel eit anna halvår, eller auk trenardagane.',
    en: 'The service {id} is pinned to half-year {season}, but the trainers have too few days in that half-year or the next. Unpin the service, choose another half-year, or add trainer days.',
  },
  'pinned-outside-plan': {
    nb: 'Tjenesten {id} er låst til halvår {season}, som ikke er med i planen. Velg et halvår i planen.',
    nn: 'Tenesta {id} er låst til halvår {season}, som ikkje er med i planen. Vel eit halvår i planen.',
    en: 'The service {id} is pinned to half-year {season}, which is not in the plan. Choose a half-year of the plan.',
  },
  'plan-changed-meanwhile': {
    nb: 'Planen er endret siden du åpnet den: du så versjon {seen}, nå er den versjon {version}. Hent planen på nytt, og gjør endringen der.',
    nn: 'Planen er endra sidan du opna han: du såg versjon {seen}, no er han versjon {version}. Hent planen på nytt, og gjer endringa der.',
    en: 'The plan has changed since you opened it: you saw version {seen}, now it is version {version}. Load the plan again and make the change there.',
  },
  'seasons-not-in-order': {
    nb: 'Halvårene må følge etter hverandre: etter det forrige kommer {expected}, ikke {given}.',
    nn: 'Halvåra må følgje etter kvarandre: etter det førre kjem {expected}, ikkje {given}.',
    en: 'The half-years must follow one another: after the one before comes {expected}, not {given}.',
  },
  'service-stands-twice': {
    nb: 'Tjenesten {id} står to ganger. Fjern den ene.',
    nn: 'Tenesta {id} står to gonger. Fjern den eine.',
    en: 'The service {id} stands twice. Remove one of them.',
  },
} satisfies Record<string, Text>;
