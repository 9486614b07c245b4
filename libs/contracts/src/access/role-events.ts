import { defineEvent } from '../definitions.js';
import { giveRole, linkSignIn, nameFirstAdministrator, withdrawRole } from './roles.js';

export const roleGiven = defineEvent({
  service: 'rollout',
  type: 'RoleGiven',
  schemaVersion: 1,
  summary: 'A person holds a role in a unit',
  schema: giveRole.schema,
});

export const roleWithdrawn = defineEvent({
  service: 'rollout',
  type: 'RoleWithdrawn',
  schemaVersion: 1,
  summary: 'A person holds a role no longer',
  schema: withdrawRole.schema,
});

export const signInLinked = defineEvent({
  service: 'rollout',
  type: 'SignInLinked',
  schemaVersion: 1,
  summary: 'It is known which person signs in by an identity',
  schema: linkSignIn.schema,
});

export const firstAdministratorNamed = defineEvent({
  service: 'rollout',
  type: 'FirstAdministratorNamed',
  schemaVersion: 1,
  summary: 'The first administrator of the system is named',
  schema: nameFirstAdministrator.schema,
});
