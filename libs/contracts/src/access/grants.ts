import { z } from 'zod';
import { key, regionId } from '../primitives.js';

/** What a person or a program can be in the organisation. Respondents come by a link and hold no role. */
export const role = z.enum([
  'national_team',
  'competence_centre',
  'regional_team',
  'local_leader',
  'local_supervisor',
  'caseworker',
  'researcher',
  'auditor',
  'administrator',
  'operator',
]);
export type Role = z.infer<typeof role>;

/** The part of the organisation that a role is held in. */
export const unit = z.discriminatedUnion('level', [
  z.object({ level: z.literal('nation') }),
  z.object({ level: z.literal('region'), region: regionId }),
  z.object({ level: z.literal('service'), service: key, region: regionId }),
  z.object({ level: z.literal('group'), group: key, service: key, region: regionId }),
]);
export type Unit = z.infer<typeof unit>;

/** A role, held in a unit. */
export const grant = z.object({ role, unit });
export type Grant = z.infer<typeof grant>;

/** Who asks, after the gateway or the command line has signed in: by key, never by name, with the roles that hold today. */
export const caller = z.object({
  kind: z.enum(['person', 'program', 'system']),
  id: z.string().max(100),
  grants: z.array(grant).max(100),
});
export type Caller = z.infer<typeof caller>;
