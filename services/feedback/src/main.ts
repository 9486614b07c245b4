import { runServiceAsProcess } from '@riggen/service';
import { feedback } from './index.js';

await runServiceAsProcess(feedback);
