import { reviseLocalPlan } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { inImplementation } from '../in-implementation.controller.js';
import { decideReviseLocalPlan } from './local-plan.js';

export const localPlanSlice = commandSlice({ ...inImplementation, definition: reviseLocalPlan, decide: decideReviseLocalPlan });
