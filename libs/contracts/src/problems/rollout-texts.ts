import type { Text } from './texts.js';

/** What commands about the organisation, teams and implementation are refused with. */
export const rolloutTexts = {
  'not-a-district-number': {
    nb: '«{given}» er ikke et bydelsnummer. Skriv seks sifre.',
    nn: '«{given}» er ikkje eit bydelsnummer. Skriv seks siffer.',
    en: '"{given}" is no district number. Write six digits.',
  },
  'unknown-district': {
    nb: 'Det finnes ingen bydel med egen barneverntjeneste med nummeret {number}. Rett nummeret.',
    nn: 'Det finst ingen bydel med eiga barnevernsteneste med nummeret {number}. Rett nummeret.',
    en: 'There is no district with a service of its own with the number {number}. Correct the number.',
  },
  'district-outside-municipalities': {
    nb: 'Bydelen {district} ligger i kommunen {municipality}, som tjenesten ikke har. Legg til kommunen, eller fjern bydelen.',
    nn: 'Bydelen {district} ligg i kommunen {municipality}, som tenesta ikkje har. Legg til kommunen, eller fjern bydelen.',
    en: 'The district {district} lies in the municipality {municipality}, which the service does not have. Add the municipality, or remove the district.',
  },
  'nothing-to-change': {
    nb: 'Det er ikke sagt hva som skal endres. Gi minst ett av feltene navn, type, kommuner, bydeler og region.',
    nn: 'Det er ikkje sagt kva som skal endrast. Gi minst eitt av felta namn, type, kommunar, bydelar og region.',
    en: 'It is not said what is to change. Give at least one of name, kind, municipalities, districts and region.',
  },
  'before-service-unit': {
    nb: 'Tjenesten {id} finnes fra {from}. {date} er før det. Rett datoen.',
    nn: 'Tenesta {id} finst frå {from}. {date} er før det. Rett datoen.',
    en: 'The service {id} exists from {from}. {date} is before that. Correct the date.',
  },
  'service-unit-succeeded': {
    nb: 'Tjenesten {id} er videreført i {successors} fra {from}. Bruk den tjenesten, eller en dato før {from}.',
    nn: 'Tenesta {id} er vidareført i {successors} frå {from}. Bruk den tenesta, eller ein dato før {from}.',
    en: 'The service {id} is carried on by {successors} from {from}. Use that service, or a date before {from}.',
  },
  'service-unit-into-itself': {
    nb: 'En tjeneste kan ikke slås sammen med seg selv. Fjern {id} fra de som går inn i den.',
    nn: 'Ei teneste kan ikkje slåast saman med seg sjølv. Fjern {id} frå dei som går inn i ho.',
    en: 'A service cannot be merged with itself. Remove {id} from those that go into it.',
  },
  'repeated-entry': {
    nb: '{id} står mer enn én gang i listen. La det stå én gang.',
    nn: '{id} står meir enn éin gong i lista. La det stå éin gong.',
    en: '{id} stands more than once in the list. Let it stand once.',
  },
  'split-does-not-cover': {
    nb: 'Delene må til sammen ha det som tjenesten har, og ikke mer: {numbers} stemmer ikke. Rett delene.',
    nn: 'Delane må til saman ha det som tenesta har, og ikkje meir: {numbers} stemmer ikkje. Rett delane.',
    en: 'Together the parts must have what the service has, and no more: {numbers} does not fit. Correct the parts.',
  },
  'not-a-part': {
    nb: '{id} er ikke en av delene. Velg en av tjenestene som tjenesten deles i.',
    nn: '{id} er ikkje ein av delane. Vel ei av tenestene som tenesta blir delt i.',
    en: '{id} is none of the parts. Choose one of the services that the service is split into.',
  },
  'position-ends-before-start': {
    nb: 'Stillingen slutter {to}, før den begynner {from}. Rett datoene.',
    nn: 'Stillinga sluttar {to}, før ho begynner {from}. Rett datoane.',
    en: 'The position ends {to}, before it starts {from}. Correct the dates.',
  },
  'overlapping-position': {
    nb: 'Personen har allerede en stilling i tjenesten ({role|words}) fra {from} til {to}. Avslutt den før {start}, eller rett datoene.',
    nn: 'Personen har alt ei stilling i tenesta ({role|words}) frå {from} til {to}. Avslutt ho før {start}, eller rett datoane.',
    en: 'The person already has a position in the service ({role|words}) from {from} to {to}. End it before {start}, or correct the dates.',
  },
  'unknown-position': {
    nb: 'Stillingen {id} er ikke kjent i tjenesten {service}. Bruk tjenesten som stillingen ble opprettet i.',
    nn: 'Stillinga {id} er ikkje kjend i tenesta {service}. Bruk tenesta som stillinga vart oppretta i.',
    en: 'The position {id} is not known in the service {service}. Use the service that the position was opened in.',
  },
  'not-in-cooperation': {
    nb: 'Kommunen {number} står ikke blant kommunene i sitt eget samarbeid: {given}. Rett listen.',
    nn: 'Kommunen {number} står ikkje blant kommunane i sitt eige samarbeid: {given}. Rett lista.',
    en: 'The municipality {number} is not among those of its own cooperation: {given}. Correct the list.',
  },
  'position-ended': {
    nb: 'Stillingen er allerede avsluttet {to}. Rett stillingen hvis datoen er feil.',
    nn: 'Stillinga er alt avslutta {to}. Rett stillinga dersom datoen er feil.',
    en: 'The position has already ended {to}. Correct the position if the date is wrong.',
  },
  'implementation-not-started': {
    nb: 'Tjenesten {service} har ikke begynt med {programme}. Start implementeringen først.',
    nn: 'Tenesta {service} har ikkje begynt med {programme}. Start implementeringa først.',
    en: 'The service {service} has not begun with {programme}. Start the implementation first.',
  },
  'implementation-started': {
    nb: 'Implementeringen begynte {from}. Den kan bare begynne én gang.',
    nn: 'Implementeringa begynte {from}. Ho kan berre begynne éin gong.',
    en: 'The implementation began {from}. It can begin only once.',
  },
  'unknown-programme-to-implement': {
    nb: 'Programmet {id} har ingen sjekkliste. Velg blant {programmes}.',
    nn: 'Programmet {id} har inga sjekkliste. Vel mellom {programmes}.',
    en: 'The programme {id} has no checklist. Choose among {programmes}.',
  },
  'before-implementation': {
    nb: '{date} er før implementeringen begynte {from}. Rett datoen.',
    nn: '{date} er før implementeringa begynte {from}. Rett datoen.',
    en: '{date} is before the implementation began {from}. Correct the date.',
  },
  'stage-open': {
    nb: 'Tjenesten er i fasen siden {from}. Forlat fasen før den begynner på nytt.',
    nn: 'Tenesta er i fasen sidan {from}. Forlat fasen før ho begynner på nytt.',
    en: 'The service has been in the stage since {from}. Leave the stage before it begins again.',
  },
  'stage-left-later': {
    nb: 'Fasen ble forlatt {left}. {date} er før det. Rett datoen.',
    nn: 'Fasen vart forlaten {left}. {date} er før det. Rett datoen.',
    en: 'The stage was left {left}. {date} is before that. Correct the date.',
  },
  'stage-not-open': {
    nb: 'Tjenesten er ikke i fasen. Velg en fase som den er i.',
    nn: 'Tenesta er ikkje i fasen. Vel ein fase som ho er i.',
    en: 'The service is not in the stage. Choose a stage that it is in.',
  },
  'stage-begins-later': {
    nb: 'Fasen begynte {from}. {date} er før det. Rett datoen.',
    nn: 'Fasen begynte {from}. {date} er før det. Rett datoen.',
    en: 'The stage began {from}. {date} is before that. Correct the date.',
  },
  'missing-reason': {
    nb: 'Det mangler en begrunnelse. Skriv hvorfor.',
    nn: 'Det manglar ei grunngiving. Skriv kvifor.',
    en: 'A reason is missing. Write why.',
  },
  'stage-not-complete': {
    nb: '{count} av aktivitetene i fasen er ikke gjort: {activities}. Gjør dem, eller registrer at de ikke gjelder.',
    nn: '{count} av aktivitetane i fasen er ikkje gjorde: {activities}. Gjer dei, eller registrer at dei ikkje gjeld.',
    en: '{count} of the activities of the stage are not done: {activities}. Do them, or record that they do not apply.',
  },
  'national-activity': {
    nb: '{id} er en nasjonal aktivitet. Gi den lokale aktiviteten en annen nøkkel.',
    nn: '{id} er ein nasjonal aktivitet. Gi den lokale aktiviteten ein annan nøkkel.',
    en: '{id} is a national activity. Give the local one another key.',
  },
  'unknown-activity': {
    nb: 'Aktiviteten {id} står ikke på sjekklisten. Rett nøkkelen, eller legg den til.',
    nn: 'Aktiviteten {id} står ikkje på sjekklista. Rett nøkkelen, eller legg han til.',
    en: 'The activity {id} is not on the checklist. Correct the key, or add it.',
  },
  'activity-done': {
    nb: 'Aktiviteten er gjort {done}. Åpne den igjen hvis datoen er feil.',
    nn: 'Aktiviteten er gjord {done}. Opne han igjen dersom datoen er feil.',
    en: 'The activity was done {done}. Reopen it if the date is wrong.',
  },
  'changed-meanwhile': {
    nb: 'Noen andre har endret {what|words} etter at du så det: {change|words}. Last siden på nytt, og gjør endringen din om igjen.',
    nn: 'Nokon andre har endra {what|words} etter at du såg det: {change|words}. Last sida på nytt, og gjer endringa di om igjen.',
    en: 'Somebody else has changed {what|words} since you saw it: {change|words}. Load the page again, and make your change again.',
  },
  'planned-too-far': {
    nb: '{date} ligger for langt fram: høyst {last}. Rett året.',
    nn: '{date} ligg for langt fram: høgst {last}. Rett året.',
    en: '{date} lies too far ahead: {last} at the latest. Correct the year.',
  },
  'unknown-factor': {
    nb: 'Det finnes ingen beredskapsfaktor {id}. Velg en fra malen.',
    nn: 'Det finst ingen beredskapsfaktor {id}. Vel ein frå malen.',
    en: 'There is no readiness factor {id}. Choose one of the template.',
  },
  'unknown-driver-item': {
    nb: 'Det finnes ingen driver {id}. Velg en fra malen.',
    nn: 'Det finst ingen drivar {id}. Vel ein frå malen.',
    en: 'There is no driver item {id}. Choose one of the template.',
  },
  'assessed-that-day': {
    nb: 'Driverne er allerede vurdert {date}. Velg en annen dag.',
    nn: 'Drivarane er alt vurderte {date}. Vel ein annan dag.',
    en: 'The drivers were already assessed {date}. Choose another day.',
  },
} satisfies Record<string, Text>;
