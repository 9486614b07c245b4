import type { Language } from '@riggen/contracts';

interface CertificateTexts {
  title: string;
  holder: string;
  statement: string;
  modules: string;
  awardedOn: string;
  validUntil: string;
  code: string;
  verify: string;
  locale: string;
}

/** What stands on a certificate, in each language. */
export const certificateTexts: Record<Language, CertificateTexts> = {
  nb: {
    title: 'Sertifikat',
    holder: 'Navn',
    statement: 'har gjennomført opplæring og veiledning og er sertifisert i',
    modules: 'Gjennomførte moduler',
    awardedOn: 'Gitt',
    validUntil: 'Gyldig til og med',
    code: 'Kontrollkode',
    verify: 'Hvem som helst kan bekrefte koden i Riggen, på siden «Bekreft et sertifikat» (/bekreft), uten å logge inn.',
    locale: 'nb-NO',
  },
  nn: {
    title: 'Sertifikat',
    holder: 'Namn',
    statement: 'har gjennomført opplæring og rettleiing og er sertifisert i',
    modules: 'Gjennomførte modular',
    awardedOn: 'Gitt',
    validUntil: 'Gyldig til og med',
    code: 'Kontrollkode',
    verify: 'Kven som helst kan stadfeste koden i Riggen, på sida «Stadfest eit sertifikat» (/bekreft), utan å logge inn.',
    locale: 'nn-NO',
  },
  en: {
    title: 'Certificate',
    holder: 'Name',
    statement: 'has completed training and supervision and is certified in',
    modules: 'Modules completed',
    awardedOn: 'Awarded',
    validUntil: 'Valid through',
    code: 'Verification code',
    verify: 'Anyone can verify the code in Riggen, on the page “Verify a certificate” (/bekreft), without signing in.',
    locale: 'en-GB',
  },
};
