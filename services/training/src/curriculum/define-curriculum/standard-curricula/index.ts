import { type CurriculumDefinition, curriculumDefinition } from '@riggen/contracts';
import ettervern from './ettervern.v1.json' with { type: 'json' };
import familieveiledning from './familieveiledning.v1.json' with { type: 'json' };
import grunnmodellen from './grunnmodellen-4-12.v1.json' with { type: 'json' };

/** The curricula that every system has, as data; a change is a new version. */
export const standardCurricula: CurriculumDefinition[] = [grunnmodellen, familieveiledning, ettervern].map((definition) =>
  curriculumDefinition.parse(definition),
);
