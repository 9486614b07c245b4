// Loaded before a process's own code: each SIGUSR2 makes its clock jump a day ahead, then two days back, then right again.
const RealDate = Date;
const offsets = [0, 86_400_000, -86_400_000];
let jumps = 0;
const now = () => RealDate.now() + offsets[jumps % offsets.length];

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length) super(...given);
    else super(now());
  }

  static now() {
    return now();
  }
};
process.on('SIGUSR2', () => {
  jumps += 1;
});
