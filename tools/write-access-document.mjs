// Writes docs/access.md from the matrix of access. Build first: npx tsc -b
import { writeFileSync } from 'node:fs';
import * as access from '../libs/access/dist/index.js';
import * as contracts from '../libs/contracts/dist/index.js';
import { accessDocument } from './access/access-document.mjs';

writeFileSync(new URL('../docs/access.md', import.meta.url), accessDocument({ ...access, ...contracts }));
