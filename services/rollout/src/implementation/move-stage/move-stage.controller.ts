import { enterStage, leaveStage } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { inImplementation } from '../in-implementation.controller.js';
import { decideEnterStage, decideLeaveStage } from './move-stage.js';

export const moveStageSlices = [
  commandSlice({ ...inImplementation, definition: enterStage, decide: decideEnterStage }),
  commandSlice({ ...inImplementation, definition: leaveStage, decide: decideLeaveStage }),
];
