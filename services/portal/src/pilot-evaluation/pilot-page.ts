import type { PilotPage } from '@riggen/contracts';

export type { PilotPage };
export type Survey = PilotPage['surveys'][number];
export type SurveyName = Survey['survey'];
export type StatementName = Survey['statements'][number]['statement'];
export type ToolRow = PilotPage['tools'][number];
type Gathering = PilotPage['gatherings'][number];
export type ScaleName = keyof Gathering['means'];
