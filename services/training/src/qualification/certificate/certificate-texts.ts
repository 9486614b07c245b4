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
    verify: 'Hvem som helst kan kontrollere koden i Riggen under «Kontroller sertifikat», uten å logge inn.',
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
    verify: 'Kven som helst kan kontrollere koden i Riggen under «Kontroller sertifikat», utan å logge inn.',
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
    verify: 'Anyone can check the code in Riggen under “Check a certificate”, without signing in.',
    locale: 'en-GB',
  },
};
