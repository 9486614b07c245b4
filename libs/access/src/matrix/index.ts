import type { CommandDefinition, QueryDefinition, ServiceName } from '@riggen/contracts';
import { dashboards } from './dashboards.js';
import { feedback } from './feedback.js';
import { fidelity } from './fidelity.js';
import { rollout } from './rollout.js';
import type { MatrixRow, ServiceMatrix } from './row.js';
import { supervision } from './supervision.js';
import { training } from './training.js';

/** The whole matrix: who may give each command and ask each query. */
export const matrix: Readonly<Record<ServiceName, ServiceMatrix>> = { rollout, training, supervision, fidelity, feedback, dashboards };

/** The row of a command or query, or undefined where the matrix does not name it: then nobody may. */
export const matrixRow = ({ service, name }: Pick<CommandDefinition | QueryDefinition, 'service' | 'name'>): MatrixRow | undefined =>
  matrix[service][name];
