/** The key under which one version of a survey is found; the newest is found under the survey's id alone. */
export const versionKey = (surveyId: string, version: number): string => `${surveyId}@${version}`;
