import { runServiceAsProcess } from '@riggen/service';
import { rollout } from './index.js';

await runServiceAsProcess(rollout);
