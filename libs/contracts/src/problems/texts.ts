import { accessTexts } from './access-texts.js';
import { feedbackTexts } from './feedback-texts.js';
import { importTexts } from './import-texts.js';
import { planTexts } from './plan-texts.js';
import { supervisionTexts } from './supervision-texts.js';
import { trainingTexts } from './training-texts.js';
import { rolloutTexts } from './rollout-texts.js';
import { personTexts } from './person-texts.js';
import { signInTexts } from './sign-in-texts.js';
import { teamTexts } from './team-texts.js';

/** The languages that a problem can be told in. */
export type Language = 'nb' | 'nn' | 'en';
export type Text = Record<'nb' | 'en', string> & { nn?: string };

/** What each refusal says: what is wrong and what to do. `{name}` is filled from the refusal's params. */
export const problemTexts = {
  'answer-not-a-choice': {
    nb: 'Svaret «{given}» på {question} er ikke et av valgene: {options}.',
    nn: 'Svaret «{given}» på {question} er ikkje eit av vala: {options}.',
    en: 'The answer "{given}" to {question} is none of the choices: {options}.',
  },
  'answer-outside-scale': {
    nb: 'Svaret {given} på {question} er utenfor skalaen {min}–{max}. Rett svaret.',
    nn: 'Svaret {given} på {question} er utanfor skalaen {min}–{max}. Rett svaret.',
    en: 'The answer {given} to {question} is outside the scale {min}–{max}. Correct the answer.',
  },
  'answered-after-no': {
    nb: 'Skjemaet slutter når {ending} er nei, men {question} er besvart. Fjern svaret eller rett {ending}.',
    nn: 'Skjemaet sluttar når {ending} er nei, men {question} er svart på. Fjern svaret eller rett {ending}.',
    en: 'The form ends when {ending} is no, but {question} is answered. Remove the answer or correct {ending}.',
  },
  'answered-before-sent': {
    nb: 'Svaret er gitt {given}, før invitasjonen ble sendt {sent}. Rett datoen.',
    nn: 'Svaret er gitt {given}, før invitasjonen vart send {sent}. Rett datoen.',
    en: 'The answer was given {given}, before the invitation was sent {sent}. Correct the date.',
  },
  'choice-not-among': {
    nb: '«{given}» står i {question}, men ikke i {among}. Rett ett av dem.',
    nn: '«{given}» står i {question}, men ikkje i {among}. Rett eitt av dei.',
    en: '"{given}" is in {question} but not in {among}. Correct one of them.',
  },
  'command-id-reused': {
    nb: 'Denne id-en er brukt før med annet innhold. Bruk en ny id, eller send det samme innholdet.',
    nn: 'Denne id-en er brukt før med anna innhald. Bruk ein ny id, eller send det same innhaldet.',
    en: 'This id was used before with other content. Use a new id, or send the same content.',
  },
  'contains-email-address': {
    nb: 'Teksten inneholder en e-postadresse: «{words}». Fjern den: personopplysninger skal ikke stå her.',
    nn: 'Teksten inneheld ei e-postadresse: «{words}». Fjern henne: personopplysningar skal ikkje stå her.',
    en: 'The text contains an e-mail address: "{words}". Remove it: personal data must not stand here.',
  },
  'contains-identity-number': {
    nb: 'Teksten inneholder det som ligner et fødselsnummer: «{words}». Fjern det: personopplysninger skal ikke stå her.',
    nn: 'Teksten inneheld det som liknar eit fødselsnummer: «{words}». Fjern det: personopplysningar skal ikkje stå her.',
    en: 'The text contains what looks like a national identity number: "{words}". Remove it: personal data must not stand here.',
  },
  'contains-phone-number': {
    nb: 'Teksten inneholder et telefonnummer: «{words}». Fjern det: personopplysninger skal ikke stå her.',
    nn: 'Teksten inneheld eit telefonnummer: «{words}». Fjern det: personopplysningar skal ikkje stå her.',
    en: 'The text contains a phone number: "{words}". Remove it: personal data must not stand here.',
  },
  'date-after-today': {
    nb: 'Datoen {date} er etter i dag. Rett datoen.',
    en: 'The date {date} is after today. Correct the date.',
  },
  'days-outside-dates': {
    nb: '{days} dager får ikke plass mellom {startsOn} og {endsOn}. Rett antallet eller datoene.',
    nn: '{days} dagar får ikkje plass mellom {startsOn} og {endsOn}. Rett talet eller datoane.',
    en: '{days} days do not fit between {startsOn} and {endsOn}. Correct the number or the dates.',
  },
  'ends-before-start': {
    nb: 'Slutten {endsOn} er før begynnelsen {startsOn}. Rett datoene.',
    nn: 'Slutten {endsOn} er før byrjinga {startsOn}. Rett datoane.',
    en: 'The end {endsOn} is before the beginning {startsOn}. Correct the dates.',
  },
  'gathering-not-begun': {
    nb: 'Samling {id} begynner {startsOn}. Oppmøte og evaluering kan føres fra den dagen.',
    nn: 'Samling {id} byrjar {startsOn}. Oppmøte og evaluering kan førast frå den dagen.',
    en: 'Gathering {id} starts {startsOn}. Attendance and evaluation can be recorded from that day.',
  },
  'in-the-future': {
    nb: 'Tidspunktet {time} er ikke kommet ennå. Rett det.',
    nn: 'Tidspunktet {time} er ikkje kome enno. Rett det.',
    en: 'The time {time} has not come yet. Correct it.',
  },
  internal: {
    nb: 'Noe gikk galt hos oss. Ingenting er lagret. Prøv igjen; hvis det ikke hjelper, oppgi {correlationId}.',
    nn: 'Noko gjekk gale hos oss. Ingenting er lagra. Prøv igjen; hjelper det ikkje, oppgi {correlationId}.',
    en: 'Something went wrong on our side. Nothing was saved. Try again; if that does not help, quote {correlationId}.',
  },
  'invalid-value': { nb: '{detail}', en: '{detail}' },
  'known-with-other-content': {
    nb: '«{id}» finnes fra før med annet innhold: «{known}», ikke «{given}». Bruk en ny id, eller send det samme innholdet.',
    nn: '«{id}» finst frå før med anna innhald: «{known}», ikkje «{given}». Bruk ein ny id, eller send det same innhaldet.',
    en: '"{id}" is known with other content: "{known}", not "{given}". Use a new id, or send the same content.',
  },
  'malformed-request': {
    nb: 'Forespørselen kan ikke leses. Send gyldig JSON.',
    nn: 'Førespurnaden kan ikkje lesast. Send gyldig JSON.',
    en: 'The request cannot be read. Send valid JSON.',
  },
  'missing-answer': {
    nb: 'Spørsmålet {question} må besvares.',
    nn: 'Spørsmålet {question} må svarast på.',
    en: 'The question {question} must be answered.',
  },
  'missing-idempotency-key': {
    nb: 'Headeren Idempotency-Key mangler eller er lengre enn 200 tegn. Lag en ny id for hver kommando, og bruk den samme når du sender igjen.',
    nn: 'Headeren Idempotency-Key manglar eller er lengre enn 200 teikn. Lag ein ny id for kvar kommando, og bruk den same når du sender igjen.',
    en: 'The header Idempotency-Key is missing or longer than 200 characters. Make a new id for each command, and use the same when you send it again.',
  },
  'not-found': { nb: 'Dette finnes ikke.', nn: 'Dette finst ikkje.', en: 'There is no such thing here.' },
  'not-yet-fresh': {
    nb: 'Tallene er ikke oppdatert til det du nettopp gjorde. Prøv igjen om litt.',
    nn: 'Tala er ikkje oppdaterte til det du nettopp gjorde. Prøv igjen om litt.',
    en: 'The figures do not yet include what you just did. Try again in a moment.',
  },
  'service-unavailable': {
    nb: 'Tjenesten {service} svarer ikke. Prøv igjen om litt; det samme to ganger blir lagret én gang.',
    nn: 'Tenesta {service} svarer ikkje. Prøv igjen om litt; det same to gonger blir lagra éin gong.',
    en: 'The service {service} does not answer. Try again in a moment; the same sent twice is saved once.',
  },
  'too-many-conflicts': {
    nb: 'Mange endrer dette samtidig. Prøv igjen.',
    nn: 'Mange endrar dette samstundes. Prøv igjen.',
    en: 'Many are changing this at the same time. Try again.',
  },
  'too-large': {
    nb: 'Innholdet er for stort. Del det opp.',
    nn: 'Innhaldet er for stort. Del det opp.',
    en: 'The content is too large. Split it.',
  },
  'unknown-case': {
    nb: 'Saken {id} er ikke kjent. Åpne saken først, eller rett nøkkelen.',
    nn: 'Saka {id} er ikkje kjend. Opne saka først, eller rett nøkkelen.',
    en: 'The case {id} is not known. Open the case first, or correct the key.',
  },
  'unknown-gathering': {
    nb: 'Samlingen {id} er ikke kjent. Sett opp samlingen først, eller rett nøkkelen.',
    nn: 'Samlinga {id} er ikkje kjend. Set opp samlinga først, eller rett nøkkelen.',
    en: 'The gathering {id} is not known. Schedule it first, or correct the key.',
  },
  'unknown-invitation': {
    nb: 'Invitasjonen {id} er ikke kjent. Registrer invitasjonen først, eller rett nøkkelen.',
    nn: 'Invitasjonen {id} er ikkje kjend. Registrer invitasjonen først, eller rett nøkkelen.',
    en: 'The invitation {id} is not known. Record the invitation first, or correct the key.',
  },
  'unknown-municipality': {
    nb: 'Kommunenummeret {number} finnes ikke i 2024. Rett nummeret.',
    nn: 'Kommunenummeret {number} finst ikkje i 2024. Rett nummeret.',
    en: 'There is no municipality with the number {number} in 2024. Correct the number.',
  },
  'unknown-person': {
    nb: 'Personen {id} er ikke kjent i denne rollen. Registrer personen først, eller rett nøkkelen.',
    nn: 'Personen {id} er ikkje kjend i denne rolla. Registrer personen først, eller rett nøkkelen.',
    en: 'The person {id} is not known in this role. Register the person first, or correct the key.',
  },
  'unknown-question': {
    nb: 'Undersøkelsen {survey} har ikke spørsmålet {question}. Fjern svaret.',
    nn: 'Undersøkinga {survey} har ikkje spørsmålet {question}. Fjern svaret.',
    en: 'The survey {survey} does not have the question {question}. Remove the answer.',
  },
  'unknown-service-unit': {
    nb: 'Barneverntjenesten {id} er ikke kjent. Registrer tjenesten først, eller rett nøkkelen.',
    nn: 'Barnevernstenesta {id} er ikkje kjend. Registrer tenesta først, eller rett nøkkelen.',
    en: 'The child welfare service {id} is not known. Register it first, or correct the key.',
  },
  'unknown-session': {
    nb: 'Veiledningen {id} er ikke kjent. Logg veiledningen først, eller rett nøkkelen.',
    nn: 'Rettleiinga {id} er ikkje kjend. Logg rettleiinga først, eller rett nøkkelen.',
    en: 'The supervision session {id} is not known. Log the session first, or correct the key.',
  },
  'unknown-survey': {
    nb: 'Undersøkelsen {id} er ikke definert. Definer den først, eller rett nøkkelen.',
    nn: 'Undersøkinga {id} er ikkje definert. Definer henne først, eller rett nøkkelen.',
    en: 'The survey {id} is not defined. Define it first, or correct the key.',
  },
  'version-out-of-order': {
    nb: 'Neste versjon av {id} er {next}, ikke {given}.',
    nn: 'Neste versjon av {id} er {next}, ikkje {given}.',
    en: 'The next version of {id} is {next}, not {given}.',
  },
  'wrong-respondent': {
    nb: 'Undersøkelsen {survey} er for {expected}, men {id} er {given}. Rett undersøkelsen eller personen.',
    nn: 'Undersøkinga {survey} er for {expected}, men {id} er {given}. Rett undersøkinga eller personen.',
    en: 'The survey {survey} is for {expected}, but {id} is {given}. Correct the survey or the person.',
  },
  'date-before-first': {
    nb: 'Datoen er før 1990. Rett året.',
    nn: 'Datoen er før 1990. Rett året.',
    en: 'The date is before 1990. Correct the year.',
  },
  'not-a-key': {
    nb: '«{given}» er ingen nøkkel. Bruk bokstaver, sifre og . _ : / # + -, høyst 64 tegn.',
    nn: '«{given}» er ingen nøkkel. Bruk bokstavar, siffer og . _ : / # + -, høgst 64 teikn.',
    en: '"{given}" is no key. Use letters, digits and . _ : / # + -, at most 64 characters.',
  },
  'not-a-keyword': {
    nb: '«{given}» er ikke et stikkord. Bruk små bokstaver a–z, sifre og understrek.',
    nn: '«{given}» er ikkje eit stikkord. Bruk små bokstavar a–z, siffer og understrek.',
    en: '"{given}" is no keyword. Use lower-case letters a–z, digits and underscore.',
  },
  'not-a-language-code': {
    nb: '«{given}» er ingen språkkode. Bruk to eller tre små bokstaver, for eksempel nb.',
    nn: '«{given}» er ingen språkkode. Bruk to eller tre små bokstavar, til dømes nb.',
    en: '"{given}" is no language code. Use two or three lower-case letters, for example nb.',
  },
  'not-a-municipality-number': {
    nb: '«{given}» er ikke et kommunenummer. Skriv fire sifre, med null først der den hører til.',
    nn: '«{given}» er ikkje eit kommunenummer. Skriv fire siffer, med null først der ho høyrer til.',
    en: '"{given}" is no municipality number. Write four digits, with the leading zero.',
  },
  'text-too-long': {
    nb: 'Teksten er lengre enn 200 tegn. Kort den ned.',
    nn: 'Teksten er lengre enn 200 teikn. Kort han ned.',
    en: 'The text is longer than 200 characters. Shorten it.',
  },
  'text-with-control-characters': {
    nb: 'Teksten inneholder tegn som ikke kan vises. Skriv den på nytt.',
    nn: 'Teksten inneheld teikn som ikkje kan visast. Skriv han på nytt.',
    en: 'The text contains characters that cannot be shown. Write it again.',
  },
  'text-without-letters': {
    nb: 'Teksten har ingen bokstaver eller sifre. Fyll den ut.',
    nn: 'Teksten har ingen bokstavar eller siffer. Fyll han ut.',
    en: 'The text has no letters or digits. Fill it in.',
  },
  'too-big': {
    nb: '{given} er for mye: høyst {limit}. Rett tallet.',
    nn: '{given} er for mykje: høgst {limit}. Rett talet.',
    en: '{given} is too much: at most {limit}. Correct the number.',
  },
  'too-small': {
    nb: '{given} er for lite: minst {limit}. Rett tallet.',
    nn: '{given} er for lite: minst {limit}. Rett talet.',
    en: '{given} is too little: at least {limit}. Correct the number.',
  },
  'too-many': {
    nb: 'Det er for mange: høyst {limit}. Fjern noen.',
    nn: 'Det er for mange: høgst {limit}. Fjern nokre.',
    en: 'There are too many: at most {limit}. Remove some.',
  },
  'field-empty': {
    nb: 'Feltet er tomt. Fyll det ut.',
    nn: 'Feltet er tomt. Fyll det ut.',
    en: 'The field is empty. Fill it in.',
  },
  'not-a-number': {
    nb: 'Dette er ikke et tall. Skriv bare sifre.',
    nn: 'Dette er ikkje eit tal. Skriv berre siffer.',
    en: 'This is no number. Write digits only.',
  },
  'nothing-chosen': {
    nb: 'Ingenting er valgt. Velg ett av alternativene.',
    nn: 'Ingenting er valt. Vel eitt av alternativa.',
    en: 'Nothing is chosen. Choose one of the options.',
  },
  'text-longer-than': {
    nb: 'Teksten er lengre enn {limit} tegn. Kort den ned.',
    nn: 'Teksten er lengre enn {limit} teikn. Kort han ned.',
    en: 'The text is longer than {limit} characters. Shorten it.',
  },
  'too-few': {
    nb: 'Velg minst {limit}.',
    nn: 'Vel minst {limit}.',
    en: 'Choose at least {limit}.',
  },
  'unsupported-content': {
    nb: 'Innholdet må sendes som JSON, med Content-Type application/json.',
    nn: 'Innhaldet må sendast som JSON, med Content-Type application/json.',
    en: 'The content must be sent as JSON, with Content-Type application/json.',
  },
  ...accessTexts,
  ...feedbackTexts,
  ...importTexts,
  ...planTexts,
  ...trainingTexts,
  ...rolloutTexts,
  ...personTexts,
  ...signInTexts,
  ...supervisionTexts,
  ...teamTexts,
} satisfies Record<string, Text>;

export type ProblemReason = keyof typeof problemTexts;
