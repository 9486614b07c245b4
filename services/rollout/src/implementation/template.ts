import { getImplementationTemplate, stage, type Stage } from '@riggen/contracts';
import { z } from 'zod';
import national from './national.v1.json' with { type: 'json' };

/** When a service counts as implemented: in that stage, with these activities done, and these drivers in place by a fresh assessment. */
const implementedWhen = z.object({
  stage,
  activities: z.array(z.string()),
  drivers: z.array(z.string()),
  driverScore: z.int(),
  assessedWithinDays: z.int(),
});

const templates = [national].map((data) => getImplementationTemplate.output.extend({ implementedWhen }).parse(data));

/** The national checklist, readiness factors and drivers, with what must hold before a service counts as implemented. A change is a new version. */
export type Template = (typeof templates)[number];

/** The version that new implementations begin with. */
export const newestTemplate = templates.at(-1)!;

/** The version that an implementation began with. */
export const templateOf = (version: number): Template => templates.find((template) => template.version === version)!;

/** The stages in their order. */
export const stages: readonly Stage[] = stage.options;
