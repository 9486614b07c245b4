import type { CurriculumDefinition, Language } from '@riggen/contracts';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { certificateTexts } from './certificate-texts.js';

/** What a certificate says. It names no person: the holder writes the name on it and shows it with the code. */
export interface CertificateContent {
  code: string;
  awardedOn: string;
  validUntil: string;
  curriculum: CurriculumDefinition;
  moduleIds: readonly string[];
}

// The types do not know this subset yet.
const universalAccess = { subset: 'PDF/UA' } as object;

const regular = fileURLToPath(import.meta.resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'));
const medium = fileURLToPath(import.meta.resolve('pdfmake/fonts/Roboto/Roboto-Medium.ttf'));

/**
 * Makes the certificate as a tagged PDF (PDF/UA in intent): language, title, a structure of heading, paragraphs and list, embedded
 * fonts; the line to write on is no content.
 */
export async function certificatePdf({ code, awardedOn, validUntil, curriculum, moduleIds }: CertificateContent, language: Language): Promise<Buffer> {
  const texts = certificateTexts[language];
  const inLanguage = (title: CurriculumDefinition['name']) => title[language] ?? title.nb;
  const shownDate = (date: string) => new Intl.DateTimeFormat(texts.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  const programme = inLanguage(curriculum.name);
  const document = new PDFDocument({
    ...{ size: 'A4', margin: 72, pdfVersion: '1.7', tagged: true, ...universalAccess, displayTitle: true },
    ...{ lang: texts.locale, info: { Title: `${texts.title}: ${programme}`, Subject: programme, Creator: 'Riggen' } },
    font: regular,
  });
  document.registerFont('text', regular).registerFont('strong', medium);
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));

  const root = document.struct('Document');
  document.addStructure(root);
  const add = (kind: string, text: string, style: { font?: string; size?: number; gap?: number } = {}) =>
    root.add(
      document.struct(kind, {}, () => {
        document.font(style.font ?? 'text').fontSize(style.size ?? 12).text(text);
        document.moveDown(style.gap ?? 0.6);
      }),
    );
  add('H1', texts.title, { font: 'strong', size: 32, gap: 0.8 });
  add('P', `${texts.holder}:`, { gap: 0.2 });
  document.markContent('Artifact', { type: 'Layout' });
  document.moveTo(130, document.y - 6).lineTo(420, document.y - 6).stroke();
  document.endMarkedContent();
  document.moveDown(0.8);
  add('P', texts.statement);
  add('P', programme, { font: 'strong', size: 18 });
  add('H2', texts.modules, { font: 'strong', size: 14, gap: 0.3 });
  const list = document.struct('L');
  root.add(list);
  for (const module of curriculum.modules.filter(({ moduleId }) => moduleIds.includes(moduleId))) {
    list.add(
      document.struct('LI', {}, [
        document.struct('Lbl', {}, () => void document.font('text').fontSize(12).text('•', { continued: true })),
        document.struct('LBody', {}, () => void document.text(` ${inLanguage(module.title)}`)),
      ]),
    );
  }
  list.end();
  document.moveDown(0.8);
  add('P', `${texts.awardedOn}: ${shownDate(awardedOn)}`, { gap: 0.2 });
  add('P', `${texts.validUntil}: ${shownDate(validUntil)}`);
  add('P', `${texts.code}: ${code}`, { font: 'strong', size: 14, gap: 0.3 });
  add('P', texts.verify);
  root.end();
  document.end();
  return done;
}
