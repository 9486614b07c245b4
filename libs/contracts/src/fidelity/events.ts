import { defineEvent } from '../definitions.js';
import { openCase } from './commands.js';

export const caseOpened = defineEvent({
  service: 'fidelity',
  type: 'CaseOpened',
  schemaVersion: 1,
  summary: 'A family or young person is followed up in a case',
  schema: openCase.schema,
});
