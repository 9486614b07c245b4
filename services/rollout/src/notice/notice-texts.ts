import type { NoticeFacts, NoticeKind } from './notice.js';

export type NoticeLanguage = 'nb' | 'nn' | 'en';

const locales: Record<NoticeLanguage, string[]> = { nb: ['nb-NO'], nn: ['nn-NO', 'nb-NO'], en: ['en-GB'] };

/** Subject and text of each kind of notice. `{…}` is filled from the facts; a line with nothing to fill in is left out. */
const texts: Record<NoticeKind, Record<NoticeLanguage, { subject: string; lines: string[] }>> = {
  enrolled: {
    nb: { subject: 'Du har plass på samling {dates}', lines: ['Du er meldt på samlingen {dates}.', 'Sted: {place}.', 'Passer det ikke, si fra til lederen din.'] },
    nn: { subject: 'Du har plass på samling {dates}', lines: ['Du er meld på samlinga {dates}.', 'Stad: {place}.', 'Passar det ikkje, sei frå til leiaren din.'] },
    en: { subject: 'You have a place at the gathering {dates}', lines: ['You are enrolled in the gathering {dates}.', 'Place: {place}.', 'If it does not suit you, tell your leader.'] },
  },
  queued: {
    nb: { subject: 'Du står på venteliste til samling {dates}', lines: ['Samlingen {dates} er full. Du står på ventelisten, og får beskjed når det blir plass.'] },
    nn: { subject: 'Du står på venteliste til samling {dates}', lines: ['Samlinga {dates} er full. Du står på ventelista, og får beskjed når det blir plass.'] },
    en: { subject: 'You are on the waiting list for the gathering {dates}', lines: ['The gathering {dates} is full. You are on the waiting list and will be told when there is room.'] },
  },
  'place-offered': {
    nb: { subject: 'Plass på samling {dates}: svar innen {until}', lines: ['Det er blitt plass på samlingen {dates}.', 'Sted: {place}.', 'Ta imot plassen i Riggen innen {until}. Etter det går den til neste i køen.'] },
    nn: { subject: 'Plass på samling {dates}: svar innan {until}', lines: ['Det er blitt plass på samlinga {dates}.', 'Stad: {place}.', 'Ta imot plassen i Riggen innan {until}. Etter det går han til neste i køen.'] },
    en: { subject: 'A place at the gathering {dates}: answer by {until}', lines: ['There is now a place at the gathering {dates}.', 'Place: {place}.', 'Accept the place in Riggen by {until}. After that it goes to the next in line.'] },
  },
  'offer-expired': {
    nb: { subject: 'Plassen på samling {dates} gikk videre', lines: ['Tilbudet om plass på samlingen {dates} gikk ut. Lederen din kan melde deg på igjen.'] },
    nn: { subject: 'Plassen på samling {dates} gjekk vidare', lines: ['Tilbodet om plass på samlinga {dates} gjekk ut. Leiaren din kan melde deg på att.'] },
    en: { subject: 'The place at the gathering {dates} went on', lines: ['The offer of a place at the gathering {dates} has expired. Your leader can enrol you again.'] },
  },
  'enrolment-cancelled': {
    nb: { subject: 'Du er meldt av samling {dates}', lines: ['Du står ikke lenger på samlingen {dates}.'] },
    nn: { subject: 'Du er meld av samling {dates}', lines: ['Du står ikkje lenger på samlinga {dates}.'] },
    en: { subject: 'You are no longer enrolled in the gathering {dates}', lines: ['You are no longer on the list of the gathering {dates}.'] },
  },
  'gathering-moved': {
    nb: { subject: 'Samlingen er flyttet til {dates}', lines: ['Samlingen er flyttet. Den holdes nå {dates}.', 'Sted: {place}.', 'Passer det ikke, si fra til lederen din.'] },
    nn: { subject: 'Samlinga er flytta til {dates}', lines: ['Samlinga er flytta. Ho blir no halden {dates}.', 'Stad: {place}.', 'Passar det ikkje, sei frå til leiaren din.'] },
    en: { subject: 'The gathering has moved to {dates}', lines: ['The gathering has moved. It is now held {dates}.', 'Place: {place}.', 'If it does not suit you, tell your leader.'] },
  },
  'gathering-cancelled': {
    nb: { subject: 'Samlingen {dates} er avlyst', lines: ['Samlingen {dates} er avlyst.', 'Grunn: {reason}.', 'Du trenger ikke gjøre noe.'] },
    nn: { subject: 'Samlinga {dates} er avlyst', lines: ['Samlinga {dates} er avlyst.', 'Grunn: {reason}.', 'Du treng ikkje gjere noko.'] },
    en: { subject: 'The gathering {dates} is cancelled', lines: ['The gathering {dates} is cancelled.', 'Reason: {reason}.', 'You need not do anything.'] },
  },
  'certificate-awarded': {
    nb: { subject: 'Du er sertifisert', lines: ['Du har fullført det som kreves, og er sertifisert. Sertifikatet gjelder til {validUntil}.', 'Du finner det på Min side i Riggen.'] },
    nn: { subject: 'Du er sertifisert', lines: ['Du har fullført det som krevst, og er sertifisert. Sertifikatet gjeld til {validUntil}.', 'Du finn det på Mi side i Riggen.'] },
    en: { subject: 'You are certified', lines: ['You have completed what is required and are certified. The certificate is valid until {validUntil}.', 'You will find it on My page in Riggen.'] },
  },
};

/** A notice as its receiver reads it. */
export function noticeText(kind: NoticeKind, facts: NoticeFacts, language: NoticeLanguage): { subject: string; text: string } {
  const values: Record<string, string | undefined> = {
    dates: facts.dates && datesText(facts.dates, language),
    place: facts.place,
    reason: facts.reason?.replace(/\.$/, ''),
    until: facts.until && instantText(facts.until, language),
    validUntil: facts.validUntil && datesText([facts.validUntil], language),
  };
  const { subject, lines } = texts[kind][language];
  const isFilled = (line: string) => [...line.matchAll(/\{(\w+)\}/g)].every(([, name]) => values[name!]);
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '').trim();
  return { subject: fill(subject), text: lines.filter(isFilled).map(fill).join('\n') };
}

/** The first and the last day: «16.–17. mars 2027». */
function datesText(dates: string[], language: NoticeLanguage): string {
  const days = [...dates].sort();
  const format = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(new Date(days[0]!), new Date(days.at(-1)!)).replace(/\s?–\s?/g, '–');
}

function instantText(instant: string, language: NoticeLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(new Date(instant));
}
