import { runServiceAsProcess } from '@riggen/service';
import { supervision } from './index.js';

await runServiceAsProcess(supervision);
