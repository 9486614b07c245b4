import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/** Runs a program with this one's input and output; answers its exit status. Signals reach it too. */
export function run(command, args, options, priority = constants.priority.PRIORITY_NORMAL) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  if (child.pid !== undefined && priority !== constants.priority.PRIORITY_NORMAL) setPriority(child.pid, priority);
  const forward = (signal) => child.kill(signal);
  for (const signal of stopSignals) process.on(signal, forward);
  return new Promise((resolve) => {
    const done = (status) => {
      for (const signal of stopSignals) process.off(signal, forward);
      resolve(status);
    };
    child.once('error', () => done(1));
    child.once('exit', (status, signal) => done(status ?? 128 + constants.signals[signal]));
  });
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
