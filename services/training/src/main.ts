import { runServiceAsProcess } from '@riggen/service';
import { training } from './index.js';

await runServiceAsProcess(training);
