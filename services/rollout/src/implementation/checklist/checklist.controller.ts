import { addLocalActivity, completeActivity, planActivity, reopenActivity, waiveActivity } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { inImplementation } from '../in-implementation.controller.js';
import { decideAddLocalActivity, decideCompleteActivity, decidePlanActivity, decideReopenActivity, decideWaiveActivity } from './checklist.js';

export const checklistSlices = [
  commandSlice({ ...inImplementation, definition: addLocalActivity, decide: decideAddLocalActivity }),
  commandSlice({ ...inImplementation, definition: planActivity, decide: decidePlanActivity }),
  commandSlice({ ...inImplementation, definition: completeActivity, decide: decideCompleteActivity }),
  commandSlice({ ...inImplementation, definition: reopenActivity, decide: decideReopenActivity }),
  commandSlice({ ...inImplementation, definition: waiveActivity, decide: decideWaiveActivity }),
];
