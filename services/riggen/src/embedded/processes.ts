import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process by its number and the moment it started, so that a number used again is not taken for the same process. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

const hasProcFilesystem = existsSync('/proc/self/stat');

/** The identity of a living process, or undefined when there is none of that number. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const startedAt = hasProcFilesystem ? startFromProc(pid) : startFromPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether exactly this process still lives. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** Processes of one program whose working directory is the given one: what a killed launcher may have left without a record. */
export function processesWorkingIn(directory: string, program: string): ProcessIdentity[] {
  if (!hasProcFilesystem) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && linkTarget(`/proc/${name}/cwd`) === directory)
    .filter((name) => basename(linkTarget(`/proc/${name}/exe`).replace(/ \(deleted\)$/, '')) === program)
    .map((name) => identifyProcess(Number(name)))
    .filter((identity) => identity !== undefined);
}

/** Asks a process to end and, when it does not within the grace period, kills it; resolves when it is gone. */
export async function endProcess(
  identity: ProcessIdentity,
  { signal, graceMilliseconds }: { signal: NodeJS.Signals; graceMilliseconds: number },
): Promise<void> {
  if (!signalIfAlive(identity, signal)) return;
  if (await isGoneWithin(identity, graceMilliseconds)) return;
  signalIfAlive(identity, 'SIGKILL');
  if (!(await isGoneWithin(identity, 10_000))) throw new Error(`process ${identity.pid} does not end`);
}

/** Sends a signal to exactly this process; false when it no longer lives. */
export function signalIfAlive(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function isGoneWithin(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(identity)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function startFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(join('/proc', String(pid), 'stat'), 'utf8');
    // The command's name, in parentheses, may itself hold spaces and parentheses: the fields are counted after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const ticksSinceBoot = fields[19];
    if (state === 'Z' || state === 'X' || ticksSinceBoot === undefined) return undefined;
    return `${bootId()}/${ticksSinceBoot}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown-boot';
  }
}

function startFromPs(pid: number): string | undefined {
  const { stdout, status } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...start] = status === 0 ? stdout.trim().split(/\s+/) : [];
  return state === undefined || state.startsWith('Z') ? undefined : start.join(' ');
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
