import type { Text } from './texts.js';

/** What refusals of supervision say. */
export const supervisionTexts = {
  'unknown-in-service': {
    nb: '{id} var ikke ansatt i tjenesten {date}. Rett datoen, ta personen ut av oppmøtet, eller registrer stillingen først.',
    nn: '{id} var ikkje tilsett i tenesta {date}. Rett datoen, ta personen ut av oppmøtet, eller registrer stillinga først.',
    en: '{id} was not employed in the service on {date}. Correct the date, leave the person out, or record the position first.',
  },
  'attendance-of-session-known': {
    nb: 'Oppmøtet til {id} {date} er ført, og er et annet. Rett det med en begrunnelse.',
    nn: 'Oppmøtet til {id} {date} er ført, og er eit anna. Rett det med ei grunngiving.',
    en: 'The attendance of {id} on {date} is recorded, and is another. Correct it, with the reason.',
  },
  'attendance-of-session-not-recorded': {
    nb: 'Det er ikke ført oppmøte for {id} {date}. Før oppmøtet først; det rettes etterpå.',
    nn: 'Det er ikkje ført oppmøte for {id} {date}. Før oppmøtet først; det blir retta etterpå.',
    en: 'No attendance of {id} on {date} is recorded. Record it first; it is corrected afterwards.',
  },
} satisfies Record<string, Text>;
