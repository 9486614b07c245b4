import { dashboards } from '@riggen/dashboards';
import { feedback } from '@riggen/feedback';
import { fidelity } from '@riggen/fidelity';
import { rollout } from '@riggen/rollout';
import { supervision } from '@riggen/supervision';
import { training } from '@riggen/training';

/** Every service but the gateway. */
export const services = [rollout, training, supervision, fidelity, feedback, dashboards];
