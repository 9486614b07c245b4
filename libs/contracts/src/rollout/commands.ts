import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, key, regionId, shortText, studyPhase, targetGroup } from '../primitives.js';

export const serviceKind = z.enum(['municipal', 'intermunicipal', 'district']);
export const municipalityNumber = z.string().regex(/^\d{4}$/, { error: 'not-a-municipality-number' });

export const districtNumber = z.string().regex(/^\d{6}$/, { error: 'not-a-district-number' });

/** What a child welfare service is at a time. `districtNumbers`: the districts that it serves, where it does not serve whole municipalities. */
export const serviceUnitFacts = {
  name: shortText,
  kind: serviceKind,
  municipalityNumbers: z.array(municipalityNumber).min(1).max(50),
  districtNumbers: z.array(districtNumber).min(1).max(50).optional(),
  region: regionId,
};

export const registerServiceUnit = defineCommand({
  service: 'rollout',
  name: 'register-service-unit',
  summary: 'Register a child welfare service with its municipalities and the region that follows it up',
  schema: z.object({
    serviceId: key,
    ...serviceUnitFacts,
    from: calendarDate.optional().describe('The first day of the service, where it has not been there all the time'),
  }),
});

export const registerCaseworker = defineCommand({
  service: 'rollout',
  name: 'register-caseworker',
  summary: 'Register a caseworker of a service by a random key',
  schema: z.object({ personId: key, serviceId: key, targetGroup, phase: studyPhase }),
});
