import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, key, targetGroup } from '../primitives.js';

export const openCase = defineCommand({
  service: 'fidelity',
  name: 'open-case',
  summary: 'Open a case by a random key',
  schema: z.object({ caseId: key, serviceId: key, contactPersonId: key, targetGroup, openedOn: calendarDate }),
});
