import { runServiceAsProcess } from '@riggen/service';
import { fidelity } from './index.js';

await runServiceAsProcess(fidelity);
