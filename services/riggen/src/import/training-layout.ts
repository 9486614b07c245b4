import { enrolParticipants, workEmail } from '@riggen/contracts';
import type { Cells } from './cells.js';
import { type LayoutFile, row } from './layout-file.js';
import { CellRefused } from './row-refusal.js';

/** The key of a person, given as it is or by the work e-mail under which staff.csv made the person known. */
function personOf(cells: Cells): string {
  const given = cells.text('person_id');
  if (!given.includes('@')) return given;
  const email = workEmail.safeParse(given);
  if (!email.success) throw new CellRefused('person_id', 'not-an-email-address', { given });
  return cells.secretKey('person', email.data);
}

/** Enrolment of one person a row. Rows of a gathering with the same word under `together` are one command: all get places, or all wait. */
const enrolment: LayoutFile = {
  name: 'enrolment.csv',
  columns: ['gathering_id', 'person_id', 'service_id', 'together'],
  read: (cells) => {
    const gatheringId = cells.text('gathering_id');
    const personId = personOf(cells);
    const together = cells.optional('together');
    const groupId = together ?? personId;
    // One after the other: who stands first in the file is first in line.
    return row(enrolParticipants, { id: `${gatheringId} ${groupId}`, order: gatheringId, ...(together !== undefined && { together: true }) }, {
      ...{ gatheringId, groupId, personIds: [personId] },
      serviceId: cells.text('service_id'),
    });
  },
  join: (commands) => {
    const all = commands as { personIds: string[] }[];
    return { ...all[0]!, personIds: [...new Set(all.flatMap(({ personIds }) => personIds))] };
  },
};

export const trainingFiles: readonly LayoutFile[] = [enrolment];
