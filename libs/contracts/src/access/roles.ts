import { z } from 'zod';
import { defineCommand, defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { calendarDate, instant, key, regionId } from '../primitives.js';
import { grant, role, unit } from './grants.js';

/** A role that a person can hold; the operator's is that of the machine. */
const heldRole = role.exclude(['operator']);

/** A keyed hash of what an identity provider tells of a person: it cannot be turned back. */
export const identityKey = z.string().regex(/^[\w-]{43}$/, { error: 'not-an-identity-key' });

export const giveRole = defineCommand({
  service: 'rollout',
  name: 'give-role',
  summary: 'Give a person a role in a unit, from a day and where wanted until a day',
  schema: z.object({
    personId: key,
    holdingId: key.describe('A key of this holding of the role, to withdraw it by'),
    role: heldRole,
    unit,
    from: calendarDate,
    until: calendarDate.optional().describe('The first day without the role'),
  }),
});

export const withdrawRole = defineCommand({
  service: 'rollout',
  name: 'withdraw-role',
  summary: 'Withdraw a role from a person',
  schema: z.object({ personId: key, holdingId: key, from: calendarDate.describe('The first day without the role') }),
});

export const linkSignIn = defineCommand({
  service: 'rollout',
  name: 'link-sign-in',
  summary: 'Say which person signs in by an identity',
  schema: z.object({ identity: identityKey, personId: key }),
});

export const nameFirstAdministrator = defineCommand({
  service: 'rollout',
  name: 'name-first-administrator',
  summary: 'Name the first administrator of a system, once',
  schema: z.object({ personId: key, identity: identityKey }),
});

export const getGrantsOfSignIn = defineQuery({
  service: 'rollout',
  name: 'grants-of-sign-in',
  audience: 'study',
  summary: 'Who signs in by one of these identities, and the roles that hold today',
  input: z.object({ identities: z.array(identityKey).min(1).max(4).describe('The first that is linked counts') }),
  output: z.object({ personId: key.optional(), grants: z.array(grant) }),
});

export const listRoleHolders = defineQuery({
  service: 'rollout',
  name: 'role-holders',
  audience: 'portal',
  summary: 'Who holds which role in a region, a service or everywhere, today or later',
  input: z.object({ region: regionId.optional(), serviceId: key.optional(), ...paging }),
  output: pageOf(
    z.object({
      ...{ personId: z.string(), holdingId: z.string(), role, unit, from: z.string(), until: z.string().optional() },
      ...{ givenBy: z.string(), givenAt: instant },
    }),
  ),
});

export const listReadings = defineQuery({
  service: 'rollout',
  name: 'readings',
  audience: 'portal',
  summary: 'Who has read person-level data, when and what for, the newest first',
  input: z.object({
    from: calendarDate,
    to: calendarDate,
    personId: key.optional().describe('Only readings about this person'),
    reader: z.string().max(100).optional().describe('Only readings by this person or program'),
    ...paging,
  }),
  output: pageOf(
    z.object({
      ...{ at: instant, reader: z.string(), roles: z.array(role), query: z.string(), purpose: z.string() },
      ...{ region: z.string().optional(), service: z.string().optional(), personId: z.string().optional() },
    }),
  ),
});
