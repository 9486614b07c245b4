import type { Text } from './texts.js';

/** What commands about implementation teams are refused with. */
export const teamTexts = {
  'unknown-team': {
    nb: 'Teamet {id} er ikke kjent. Opprett det først, eller rett nøkkelen.',
    nn: 'Teamet {id} er ikkje kjent. Opprett det først, eller rett nøkkelen.',
    en: 'The team {id} is not known. Form it first, or correct the key.',
  },
  'team-dissolved': {
    nb: 'Teamet ble oppløst {on}. Opprett et nytt team.',
    nn: 'Teamet vart løyst opp {on}. Opprett eit nytt team.',
    en: 'The team was dissolved {on}. Form a new team.',
  },
  'dissolved-before-formed': {
    nb: 'Teamet finnes fra {from}. {on} er før det. Rett datoen.',
    nn: 'Teamet finst frå {from}. {on} er før det. Rett datoen.',
    en: 'The team exists from {from}. {on} is before that. Correct the date.',
  },
  'team-without-services': {
    nb: 'Bare et team som tjenester deler, har tjenester. Fjern tjenestene.',
    nn: 'Berre eit team som tenester deler, har tenester. Fjern tenestene.',
    en: 'Only a team that services share has services. Remove the services.',
  },
  'team-across-regions': {
    nb: 'Tjenesten {id} hører til region {region|words}, og teamet til {team|words}. Tjenester som deler et team, må høre til samme region.',
    nn: 'Tenesta {id} høyrer til region {region|words}, og teamet til {team|words}. Tenester som deler eit team, må høyre til same region.',
    en: 'The service {id} belongs to region {region|words}, and the team to {team|words}. Services that share a team must belong to the same region.',
  },
  'represents-another': {
    nb: '{person} kan ikke representere {unit|words} i dette teamet. Medlemmer representerer regioner i det nasjonale teamet, tjenester i regionen i et regionalt team, og tjenestene som deler teamet i et lokalt.',
    nn: '{person} kan ikkje representere {unit|words} i dette teamet. Medlemmer representerer regionar i det nasjonale teamet, tenester i regionen i eit regionalt team, og tenestene som deler teamet i eit lokalt.',
    en: '{person} cannot represent {unit|words} in this team. Members represent regions in the national team, services of the region in a regional one, and the services that share it in a local one.',
  },
} satisfies Record<string, Text>;
