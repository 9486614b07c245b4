import { defineEvent } from '../definitions.js';
import { dissolveTeam, formTeam } from './team-commands.js';

export const teamFormed = defineEvent({
  service: 'rollout',
  type: 'TeamFormed',
  schemaVersion: 1,
  summary: 'There is an implementation team from a day',
  schema: formTeam.schema,
});

export const teamChanged = defineEvent({
  service: 'rollout',
  type: 'TeamChanged',
  schemaVersion: 1,
  summary: 'An implementation team is another: what it then is, in full',
  schema: formTeam.schema.omit({ from: true }),
});

export const teamDissolved = defineEvent({
  service: 'rollout',
  type: 'TeamDissolved',
  schemaVersion: 1,
  summary: 'An implementation team is no more from a day',
  schema: dissolveTeam.schema,
});
