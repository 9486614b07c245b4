import type { Text } from './texts.js';

/** What planning, enrolment, attendance and certificates are refused with. */
export const trainingTexts = {
  'already-enrolled': {
    nb: '{id} er allerede påmeldt denne samlingen eller står på ventelista. Meld av først, eller fjern personen.',
    nn: '{id} er alt påmeld denne samlinga eller står på ventelista. Meld av først, eller fjern personen.',
    en: '{id} is enrolled in this gathering already, or waits in line. Cancel that first, or remove the person.',
  },
  'attendance-as-a-whole': {
    nb: 'Oppmøtet på samling {id} føres for hele samlingen. Bruk oppmøte for samlingen.',
    nn: 'Oppmøtet på samling {id} blir ført for heile samlinga. Bruk oppmøte for samlinga.',
    en: 'Attendance of gathering {id} is recorded for the gathering as a whole. Use that.',
  },
  'attendance-known': {
    nb: '{id} er ført som {known|words} {date}, ikke {given|words}. Rett oppmøtet med en begrunnelse.',
    nn: '{id} er ført som {known|words} {date}, ikkje {given|words}. Rett oppmøtet med ei grunngiving.',
    en: '{id} is recorded as {known|words} on {date}, not {given|words}. Correct the attendance, with the reason.',
  },
  'attendance-not-recorded': {
    nb: 'Det er ikke ført oppmøte for {id} {date}. Før oppmøtet først.',
    nn: 'Det er ikkje ført oppmøte for {id} {date}. Før oppmøtet først.',
    en: 'No attendance of {id} is recorded on {date}. Record it first.',
  },
  'cancelled-after-attendance': {
    nb: 'Samling {id} kan ikke avlyses: det er ført oppmøte. Rett oppmøtet, eller la samlingen stå.',
    nn: 'Samling {id} kan ikkje avlysast: det er ført oppmøte. Rett oppmøtet, eller la samlinga stå.',
    en: 'Gathering {id} cannot be cancelled: attendance is recorded. Correct the attendance, or leave the gathering as it is.',
  },
  'cancelled-after-attendance-of-person': {
    nb: '{id} kan ikke meldes av: oppmøtet er ført {date}. Rett oppmøtet i stedet.',
    nn: '{id} kan ikkje meldast av: oppmøtet er ført {date}. Rett oppmøtet i staden.',
    en: '{id} cannot be taken out: attendance is recorded on {date}. Correct the attendance instead.',
  },
  'capacity-below-enrolled': {
    nb: '{capacity} plasser er for få: {enrolled} har eller er tilbudt plass. Meld av noen først, eller velg minst {enrolled}.',
    nn: '{capacity} plassar er for få: {enrolled} har eller er tilbydde plass. Meld av nokon først, eller vel minst {enrolled}.',
    en: '{capacity} places are too few: {enrolled} people have or are offered places. Cancel some first, or choose at least {enrolled}.',
  },
  'capacity-below-group': {
    nb: '{capacity} plasser er for få: {largest} personer venter sammen og skal ikke skilles. Velg minst {largest}, eller meld gruppa av.',
    nn: '{capacity} plassar er for få: {largest} personar ventar saman og skal ikkje skiljast. Vel minst {largest}, eller meld gruppa av.',
    en: '{capacity} places are too few: {largest} people wait together and are not parted. Choose at least {largest}, or cancel the group.',
  },
  'certification-incomplete': {
    nb: '{id} mangler moduler: {modules}, og {sessions} veiledninger. Sertifikatet kan gis når alt er gjort.',
    nn: '{id} manglar modular: {modules}, og {sessions} rettleiingar. Sertifikatet kan bli gitt når alt er gjort.',
    en: '{id} lacks modules: {modules}, and {sessions} supervision sessions. The certificate can be awarded when all is done.',
  },
  'changed-since': {
    nb: 'Samlingen er endret siden du åpnet den: {changes|words}. Se på den på nytt, og gjør endringen om den fortsatt skal gjøres.',
    nn: 'Samlinga er endra sidan du opna ho: {changes|words}. Sjå på ho på nytt, og gjer endringa om ho framleis skal gjerast.',
    en: 'The gathering was changed since you opened it: {changes|words}. Look at it again, and make your change if it still applies.',
  },
  'code-not-valid': {
    nb: 'Koden gjelder ikke nå. Skann den som vises på skjermen i rommet.',
    nn: 'Koden gjeld ikkje no. Skann den som blir vist på skjermen i rommet.',
    en: 'The code does not hold now. Scan the one that is shown in the room.',
  },
  'cohort-too-long': {
    nb: 'Kullet varer fra {startsOn} til {endsOn}, lenger enn et år. Velg en tidligere slutt.',
    nn: 'Kullet varer frå {startsOn} til {endsOn}, lenger enn eit år. Vel ein tidlegare slutt.',
    en: 'The cohort lasts from {startsOn} to {endsOn}, longer than a year. Choose an earlier end.',
  },
  'day-ends-before-start': {
    nb: '{date} slutter {to}, før den begynner {from}. Rett klokkeslettene.',
    nn: '{date} sluttar {to}, før han byrjar {from}. Rett klokkesletta.',
    en: '{date} ends at {to}, before it begins at {from}. Correct the times.',
  },
  'day-not-come': {
    nb: '{date} er ikke kommet ennå. Oppmøte kan føres fra den dagen.',
    nn: '{date} har ikkje kome enno. Oppmøte kan førast frå den dagen.',
    en: '{date} has not come yet. Attendance can be recorded from that day.',
  },
  'day-without-link': {
    nb: '{date} er digital og mangler lenke til videomøtet. Legg den inn først.',
    nn: '{date} er digital og manglar lenkje til videomøtet. Legg ho inn først.',
    en: '{date} is digital and lacks the link to the video meeting. Add it first.',
  },
  'day-without-place': {
    nb: '{date} mangler sted. Legg det inn først.',
    nn: '{date} manglar stad. Legg han inn først.',
    en: '{date} lacks a place. Add it first.',
  },
  'days-not-in-order': {
    nb: '{date} står ikke etter dagen før. Sett dagene i rekkefølge, hver dag én gang.',
    nn: '{date} står ikkje etter dagen før. Set dagane i rekkjefølgje, kvar dag éin gong.',
    en: '{date} does not come after the day before it. Put the days in order, each day once.',
  },
  'gathering-cancelled': {
    nb: 'Samling {id} er avlyst. Velg en annen samling.',
    nn: 'Samling {id} er avlyst. Vel ei anna samling.',
    en: 'Gathering {id} is cancelled. Choose another gathering.',
  },
  'gathering-in-past': {
    nb: '{date} er over. Velg en dag fra i dag av; en samling som er holdt, registreres som holdt.',
    nn: '{date} er over. Vel ein dag frå i dag av; ei samling som er halden, blir registrert som halden.',
    en: '{date} is over. Choose a day from today on; a gathering that was held is recorded as held.',
  },
  'gathering-known': {
    nb: 'Samling {id} finnes allerede. Bruk en ny nøkkel.',
    nn: 'Samling {id} finst alt. Bruk ein ny nøkkel.',
    en: 'Gathering {id} is known already. Use a new key.',
  },
  'gathering-not-published': {
    nb: 'Samling {id} er ikke kunngjort ennå. Kunngjør den før noen meldes på.',
    nn: 'Samling {id} er ikkje kunngjord enno. Kunngjer ho før nokon blir melde på.',
    en: 'Gathering {id} is not published yet. Publish it before enrolling anybody.',
  },
  'gathering-over': {
    nb: 'Samling {id} sluttet {endsOn}. Velg en annen samling.',
    nn: 'Samling {id} slutta {endsOn}. Vel ei anna samling.',
    en: 'Gathering {id} ended on {endsOn}. Choose another gathering.',
  },
  'group-known': {
    nb: 'Gruppa {id} er påmeldt med andre personer. Bruk en ny nøkkel.',
    nn: 'Gruppa {id} er påmeld med andre personar. Bruk ein ny nøkkel.',
    en: 'The group {id} is enrolled with other people. Use a new key.',
  },
  'group-larger-than-capacity': {
    nb: '{people} personer kan ikke holdes sammen: samlingen har {capacity} plasser. Del gruppa, eller øk antallet plasser.',
    nn: '{people} personar kan ikkje haldast saman: samlinga har {capacity} plassar. Del gruppa, eller auk talet på plassar.',
    en: '{people} people cannot be kept together: the gathering has {capacity} places. Split the group, or add places.',
  },
  'halves-out-of-order': {
    nb: 'Den fysiske halvdelen {physicalFrom} må begynne etter {startsOn} og senest {endsOn}. Rett datoene.',
    nn: 'Den fysiske halvdelen {physicalFrom} må byrje etter {startsOn} og seinast {endsOn}. Rett datoane.',
    en: 'The physical half, {physicalFrom}, must begin after {startsOn} and on {endsOn} at the latest. Correct the dates.',
  },
  'module-repeated': {
    nb: 'Modulen {id} står to ganger. Fjern den ene.',
    nn: 'Modulen {id} står to gonger. Fjern den eine.',
    en: 'The module {id} is there twice. Remove one.',
  },
  'moved-after-attendance': {
    nb: 'Samling {id} kan ikke flyttes: det er ført oppmøte ({people}). Planlegg en ny samling i stedet, eller rett oppmøtet.',
    nn: 'Samling {id} kan ikkje flyttast: det er ført oppmøte ({people}). Planlegg ei ny samling i staden, eller rett oppmøtet.',
    en: 'Gathering {id} cannot be moved: attendance is recorded ({people}). Plan another gathering instead, or correct the attendance.',
  },
  'no-offer': {
    nb: 'Gruppa er ikke tilbudt plass nå. Se ventelista.',
    nn: 'Gruppa er ikkje tilbydd plass no. Sjå ventelista.',
    en: 'The group is not offered places now. See the waiting list.',
  },
  'no-such-day': {
    nb: '{date} er ingen av samlingens dager: {dates}. Velg en av dem.',
    nn: '{date} er ingen av dagane til samlinga: {dates}. Vel ein av dei.',
    en: '{date} is none of the gathering\'s days: {dates}. Choose one of them.',
  },
  'no-valid-certificate': {
    nb: '{id} har ikke noe gyldig sertifikat. Gi sertifikatet først.',
    nn: '{id} har ikkje noko gyldig sertifikat. Gi sertifikatet først.',
    en: '{id} has no valid certificate. Award it first.',
  },
  'not-a-supervisor': {
    nb: '{id} er ikke veileder i {programme}. Godkjenn som veileder først, eller oppgi at godkjenningen er fra før Riggen.',
    nn: '{id} er ikkje rettleiar i {programme}. Godkjenn som rettleiar først, eller oppgi at godkjenninga er frå før Riggen.',
    en: '{id} is no supervisor in {programme}. Qualify as supervisor first, or say that the qualification is from before Riggen.',
  },
  'not-a-time-of-day': {
    nb: '«{given}» er ikke et klokkeslett. Skriv tt:mm.',
    nn: '«{given}» er ikkje eit klokkeslett. Skriv tt:mm.',
    en: '"{given}" is no time of day. Write hh:mm.',
  },
  'not-a-token-hash': {
    nb: 'Dette er ingen SHA-256 i 64 heksadesimale tegn. Send hashen av adressens hemmelige del.',
    nn: 'Dette er ingen SHA-256 i 64 heksadesimale teikn. Send hashen av den hemmelege delen av adressa.',
    en: 'This is no SHA-256 in 64 hexadecimal digits. Send the hash of the address\'s secret part.',
  },
  'not-enrolled': {
    nb: '{id} har ikke plass på samling {gathering}. Meld på først, eller rett nøkkelen.',
    nn: '{id} har ikkje plass på samling {gathering}. Meld på først, eller rett nøkkelen.',
    en: '{id} has no place in gathering {gathering}. Enrol first, or correct the key.',
  },
  'nothing-to-make-up': {
    nb: '{id} var til stede hele {date}. Det er ingenting å ta igjen.',
    nn: '{id} var til stades heile {date}. Det er ingenting å ta igjen.',
    en: '{id} attended all of {date}. There is nothing to make up.',
  },
  'offer-expired': {
    nb: 'Tilbudet gjaldt til {until}. Meld på igjen for å stå på ventelista.',
    nn: 'Tilbodet gjaldt til {until}. Meld på igjen for å stå på ventelista.',
    en: 'The offer stood until {until}. Enrol again to wait in line.',
  },
  'outside-cohort': {
    nb: '{date} er utenfor kullets år, {startsOn} til {endsOn}. Velg en annen dag, eller et annet kull.',
    nn: '{date} er utanfor året til kullet, {startsOn} til {endsOn}. Vel ein annan dag, eller eit anna kull.',
    en: '{date} is outside the cohort\'s year, {startsOn} to {endsOn}. Choose another day, or another cohort.',
  },
  'trainer-booked': {
    nb: 'Trener {id} er opptatt {date}: samling {gathering}. Velg en annen trener eller dag, eller frigi den andre bookingen.',
    nn: 'Trenar {id} er oppteken {date}: samling {gathering}. Vel ein annan trenar eller dag, eller frigi den andre bookinga.',
    en: 'Trainer {id} is taken on {date} by gathering {gathering}. Choose another trainer or day, or release the other booking.',
  },
  'trainer-not-qualified': {
    nb: 'Trener {id} er ikke godkjent for modulen {module}. Velg en annen, eller registrer godkjenningen.',
    nn: 'Trenar {id} er ikkje godkjend for modulen {module}. Vel ein annan, eller registrer godkjenninga.',
    en: 'Trainer {id} is not qualified for the module {module}. Choose another, or record the qualification.',
  },
  'unknown-cohort': {
    nb: 'Kullet {id} er ikke kjent for dette programmet. Planlegg det først, eller rett nøkkelen.',
    nn: 'Kullet {id} er ikkje kjent for dette programmet. Planlegg det først, eller rett nøkkelen.',
    en: 'The cohort {id} is not known in this programme. Plan it first, or correct the key.',
  },
  'unknown-employee': {
    nb: '{id} er ikke ansatt i tjenesten {service}. Registrer stillingen først, eller rett nøkkelen.',
    nn: '{id} er ikkje tilsett i tenesta {service}. Registrer stillinga først, eller rett nøkkelen.',
    en: '{id} is not employed in the service {service}. Register the position first, or correct the key.',
  },
  'unknown-lecture': {
    nb: 'Opptaket {id} hører ikke til samlingens moduler. Velg blant: {lectures}.',
    nn: 'Opptaket {id} høyrer ikkje til modulane i samlinga. Vel blant: {lectures}.',
    en: 'The recorded lecture {id} does not belong to the gathering\'s modules. Choose among: {lectures}.',
  },
  'unknown-module': {
    nb: 'Modulen {id} finnes ikke i {programme}. Rett nøkkelen.',
    nn: 'Modulen {id} finst ikkje i {programme}. Rett nøkkelen.',
    en: 'There is no module {id} in {programme}. Correct the key.',
  },
  'unknown-programme': {
    nb: 'Programmet {id} har ingen læreplan. Definer den først, eller rett nøkkelen.',
    nn: 'Programmet {id} har ingen læreplan. Definer han først, eller rett nøkkelen.',
    en: 'The programme {id} has no curriculum. Define it first, or correct the key.',
  },
  'valid-from-out-of-order': {
    nb: 'En ny versjon må gjelde fra etter {after}. Velg en senere dato.',
    nn: 'Ein ny versjon må gjelde frå etter {after}. Vel ein seinare dato.',
    en: 'A new version must be valid from after {after}. Choose a later date.',
  },
} satisfies Record<string, Text>;
