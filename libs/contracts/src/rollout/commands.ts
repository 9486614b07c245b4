import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { key, regionId, shortText, studyPhase, targetGroup } from '../primitives.js';

export const serviceKind = z.enum(['municipal', 'intermunicipal', 'district']);
export const municipalityNumber = z.string().regex(/^\d{4}$/, { error: 'not-a-municipality-number' });

export const registerServiceUnit = defineCommand({
  service: 'rollout',
  name: 'register-service-unit',
  summary: 'Register a child welfare service with its municipalities and the region that follows it up',
  schema: z.object({
    serviceId: key,
    name: shortText,
    kind: serviceKind,
    municipalityNumbers: z.array(municipalityNumber).min(1).max(50),
    region: regionId,
  }),
});

export const registerCaseworker = defineCommand({
  service: 'rollout',
  name: 'register-caseworker',
  summary: 'Register a caseworker of a service by a random key',
  schema: z.object({ personId: key, serviceId: key, targetGroup, phase: studyPhase }),
});
