import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { explainFilesystemError, StartProblem } from './start-problem.js';

const leastBytesToRun = 16 * 1024 * 1024;

/** Makes the home if need be and proves that it can be written; answers its real path. */
export function prepareHome(home: string): string {
  const directory = resolve(home);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o711 });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(directory, `.probe-${process.pid}`);
    writeFileSync(probe, Buffer.alloc(64 * 1024));
    rmSync(probe, { force: true });
    const { bavail, bsize } = statfsSync(directory);
    if (bavail * bsize < leastBytesToRun) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    return realpathSync(directory);
  } catch (error) {
    throw explainFilesystemError(error, directory);
  }
}

/** Refuses with one clear line when nothing can listen on the port. */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') throw new StartProblem(`Port ${port} is in use; choose another with PORT=…`);
    if (code === 'EACCES') throw new StartProblem(`This user may not listen on port ${port}; choose another with PORT=…`);
    throw error;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** The secret of a home that nobody gave one in the environment: made once. In production it must be given. */
export function secretOfHome(home: string): string {
  if (process.env['NODE_ENV'] === 'production') throw new StartProblem('RIGGEN_SECRET must be set with NODE_ENV=production; openssl rand -hex 32 makes one.');
  const file = join(home, 'secret');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
