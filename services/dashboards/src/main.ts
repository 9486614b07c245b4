import { runServiceAsProcess } from '@riggen/service';
import { dashboards } from './index.js';

await runServiceAsProcess(dashboards);
