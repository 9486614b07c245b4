import { curriculumDefined, type CurriculumDefinition } from '@riggen/contracts';

/** How a curriculum is found: by its programme the newest version, by programme and version that one. */
export const versionKey = (programmeId: string, version: number): string => `${programmeId}@${version}`;

interface FindsCurricula {
  find(event: typeof curriculumDefined, id: string): Promise<CurriculumDefinition | undefined>;
}

/** The version of a curriculum that applies to what begins on a day: the newest that is valid then, else the first. */
export async function curriculumOn(lookups: FindsCurricula, programmeId: string, day: string): Promise<CurriculumDefinition | undefined> {
  let definition = await lookups.find(curriculumDefined, programmeId);
  while (definition && definition.validFrom > day && definition.version > 1) {
    definition = await lookups.find(curriculumDefined, versionKey(programmeId, definition.version - 1));
  }
  return definition;
}
