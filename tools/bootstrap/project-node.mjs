import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';

const oldestMajor = 22;

/** The Node that the lock file pins or, on a platform without one, the Node that runs this when it is new enough. */
export function projectNode(root) {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= oldestMajor) return process.execPath;
  throw new Problem(
    `Riggen needs Node ${oldestMajor} or newer, this is ${process.versions.node}, and npm brings none for ${process.platform}-${process.arch}.`,
  );
}
