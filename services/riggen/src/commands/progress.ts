import { SingleBar } from 'cli-progress';

/** Shows how far long work is: a bar on a terminal, else a line each time another tenth is done. Writes to standard error. */
export class Progress {
  private readonly bar: SingleBar | undefined;
  private tenth = 0;

  constructor(private readonly what: string) {
    if (process.stderr.isTTY) this.bar = new SingleBar({ format: `${what} {bar} {value}/{total}`, stream: process.stderr });
  }

  update(done: number, total: number): void {
    if (this.bar) {
      if (!this.bar.isActive) this.bar.start(total, 0);
      this.bar.setTotal(total);
      this.bar.update(done);
      return;
    }
    const tenth = total ? Math.floor((done / total) * 10) : 10;
    if (tenth > this.tenth) process.stderr.write(`${this.what} ${done}/${total}\n`);
    this.tenth = tenth;
  }

  stop(): void {
    this.bar?.stop();
  }
}

