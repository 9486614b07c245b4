import { fingerprintOf } from '@riggen/event-store';
import { type ServiceHost, systemCaller } from '@riggen/service';
import { v5 as uuidv5 } from 'uuid';
import { defineCurriculumSlice } from './define-curriculum.controller.js';
import { standardCurricula } from './standard-curricula/index.js';

const namespace = '0f5b8a52-6d0b-4b1c-9a67-1e2f5ad4f0c3';

/** Defines the standard curricula that are not defined yet. Safe to run at every start and in several processes. */
export async function defineStandardCurricula(host: ServiceHost): Promise<void> {
  for (const definition of standardCurricula) {
    const commandId = uuidv5(fingerprintOf(definition), namespace);
    const reply = await host.run(defineCurriculumSlice, {
      commandId,
      correlationId: commandId,
      caller: systemCaller('standard curricula'),
      language: 'nb',
      command: definition,
    });
    if (reply.outcome === 'refused') throw new Error(`${definition.programmeId}: ${reply.problem.detail}`);
  }
}
