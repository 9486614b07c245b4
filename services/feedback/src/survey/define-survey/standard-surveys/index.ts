import { type defineSurvey, surveyDefinition } from '@riggen/contracts';
import type { z } from 'zod';
import contactAftercareWeekly from './contact-aftercare-weekly.v1.json' with { type: 'json' };
import contactChildWeekly from './contact-child-weekly.v1.json' with { type: 'json' };
import parentWeekly from './parent-weekly.v1.json' with { type: 'json' };
import youthWeekly from './youth-weekly.v1.json' with { type: 'json' };

/** The weekly surveys that every system has, as data; a change is a new version in a new file. */
export const standardSurveys: z.infer<typeof defineSurvey.schema>[] = [
  parentWeekly,
  contactChildWeekly,
  youthWeekly,
  contactAftercareWeekly,
].map((definition) => surveyDefinition.parse(definition));
