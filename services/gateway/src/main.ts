import { runAsProcess } from '@riggen/service';
import { startGateway } from './index.js';

await runAsProcess(startGateway);
