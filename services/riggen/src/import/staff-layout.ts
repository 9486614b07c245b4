import { makePersonKnown, openPosition, personLanguage, positionRole, workEmail } from '@riggen/contracts';
import { v5 as uuidv5 } from 'uuid';
import type { z } from 'zod';
import { type LayoutFile, row } from './layout-file.js';
import { CellRefused } from './row-refusal.js';

const namespace = '7d7b1f0c-3a4e-4b62-9d0a-8c5e2f9a6b13';
type Known = z.input<typeof makePersonKnown.schema>;

/** What rows of the same person must agree on, by column. The service may be another: a person can have several positions. */
const ofPerson = { name: 'name', workPhone: 'work_phone', language: 'language' } as const;

/** A position a row. The first row of a person makes the person known, under a key that is made from the e-mail address in secret. */
export const staff: LayoutFile = {
  name: 'staff.csv',
  columns: ['service_id', 'role', 'from', 'to', 'percentage', 'name', 'work_email', 'work_phone', 'language'],
  read: (cells) => {
    const given = cells.text('work_email');
    const email = workEmail.safeParse(given);
    if (!email.success) throw new CellRefused('work_email', 'not-an-email-address', { given });
    const personId = cells.secretKey('person', email.data);
    const serviceId = cells.text('service_id');
    const from = cells.anyDate('from');
    const positionId = uuidv5(`${personId} ${serviceId} ${from}`, namespace);
    const workPhone = cells.optional('work_phone');
    return [
      row(makePersonKnown, { id: personId, order: personId, together: true }, {
        ...{ personId, serviceId, workEmail: email.data, ...(workPhone && { workPhone }) },
        name: cells.text('name'),
        language: cells.oneOf('language', personLanguage.options),
      }),
      row(openPosition, { id: positionId, order: serviceId }, {
        ...{ positionId, serviceId, personId, from },
        role: cells.oneOf('role', positionRole.options),
        ...(cells.optional('to') && { to: cells.anyDate('to') }),
        ...(cells.optional('percentage') && { percentage: cells.integer('percentage') }),
      }),
    ];
  },
  join: (commands) => {
    const [first, other] = commands as [Known, Known];
    for (const [field, column] of Object.entries(ofPerson) as [keyof typeof ofPerson, string][]) {
      const [known, given] = [first[field] ?? '–', other[field] ?? '–'];
      if (known !== given) throw new CellRefused(column, 'known-with-other-content', { id: first.workEmail, known, given });
    }
    return first;
  },
};
