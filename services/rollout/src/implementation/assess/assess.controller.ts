import { assessDrivers, mapReadiness } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { inImplementation } from '../in-implementation.controller.js';
import { decideAssessDrivers, decideMapReadiness } from './assess.js';

export const assessSlices = [
  commandSlice({ ...inImplementation, definition: mapReadiness, decide: decideMapReadiness }),
  commandSlice({ ...inImplementation, definition: assessDrivers, decide: decideAssessDrivers }),
];
