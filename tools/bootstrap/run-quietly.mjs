import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Runs a command and keeps what it prints; a command that cannot be started counts as failed. It does not outlive this process. */
export function runQuietly(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = (signal) => {
      child.kill(signal);
      process.exit(128 + constants.signals[signal]);
    };
    for (const signal of stopSignals) process.once(signal, end);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) => (output += error.message));
    child.once('close', (status) => {
      for (const signal of stopSignals) process.off(signal, end);
      resolve({ status: status ?? 1, output });
    });
  });
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
