import { defineEvent } from '../definitions.js';
import { plan } from './plan.js';

export const planProposed = defineEvent({
  service: 'training',
  type: 'PlanProposed',
  schemaVersion: 1,
  summary: 'A region has a new version of its plan of waves',
  schema: plan,
});
