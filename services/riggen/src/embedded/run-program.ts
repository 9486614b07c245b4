import { spawn } from 'node:child_process';

/** How a program's run is set up. */
export interface ProgramRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly account?: { readonly uid: number; readonly gid: number };
  /** Ends the program before its time. */
  readonly signal?: AbortSignal;
}

/** A program that did not succeed; the message is the last line of its complaint. */
export class ProgramFailed extends Error {
  constructor(
    command: string,
    readonly complaint: string,
  ) {
    super(complaint.trim().split('\n').at(-1) || `${command} failed`);
  }
}

/** Runs a program to its end without blocking, out of the reach of the terminal's Ctrl-C. */
export function runProgram(run: ProgramRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(run.command, run.args, {
      cwd: run.cwd,
      env: run.environment ?? process.env,
      signal: run.signal,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      uid: run.account?.uid,
      gid: run.account?.gid,
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    // An aborted program is on its way out, not gone: only its closing says that nothing works on any longer.
    child.once('error', (error) => (child.pid === undefined ? reject(error) : undefined));
    child.once('close', (status) => (status === 0 ? resolve() : reject(new ProgramFailed(run.command, complaint))));
  });
}
