import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Runs a program with this one's input and output; answers its exit status. Signals reach it too. */
export function run(command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
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
