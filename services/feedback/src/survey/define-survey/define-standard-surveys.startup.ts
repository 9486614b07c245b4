import { fingerprintOf } from '@riggen/event-store';
import { type ServiceHost, systemCaller } from '@riggen/service';
import { v5 as uuidv5 } from 'uuid';
import { defineSurveySlice } from './define-survey.controller.js';
import { standardSurveys } from './standard-surveys/index.js';

const namespace = '6b0f6f0a-3a53-4f0e-9f0d-9c2b7b1c5a10';

/** Defines the standard surveys that are not defined yet. Safe to run at every start and in several processes. */
export async function defineStandardSurveys(host: ServiceHost): Promise<void> {
  for (const definition of standardSurveys) {
    const commandId = uuidv5(fingerprintOf(definition), namespace);
    const reply = await host.run(defineSurveySlice, {
      commandId,
      correlationId: commandId,
      caller: systemCaller('standard surveys'),
      language: 'nb',
      command: definition,
    });
    if (reply.outcome === 'refused') throw new Error(`${definition.surveyId}: ${reply.problem.detail}`);
  }
}
