import { setImmediate } from 'node:timers/promises';

interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Makes one piece of work of many that are asked for at the same time: what comes while one is under way goes with the next.
 * `work` gives an answer for each that was asked, in their order; what it throws, all of them get.
 */
export function together<Asked, Answer>(work: (asked: Asked[]) => Promise<Answer[]>): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = [];
  let atWork = false;
  const workThrough = async (): Promise<void> => {
    atWork = true;
    await setImmediate(); // those who ask in the same turn come along
    while (waiting.length) {
      const group = waiting.splice(0);
      try {
        const answers = await work(group.map(({ asked }) => asked));
        group.forEach(({ resolve }, index) => resolve(answers[index]!));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    atWork = false;
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (!atWork) void workThrough();
    });
}
