import SequencerModule from '@jest/test-sequencer';

const TestSequencer = SequencerModule.default ?? SequencerModule;
/** These start whole systems. By the size of their files, which jest goes by in a fresh clone, they would come anywhere. */
const long = /services\/riggen\/src\/(system|faults)\//;

/** Starts the long specifications first, so that no processor waits for them at the end. */
export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    const usual = await super.sort(tests);
    return [...usual.filter(({ path }) => long.test(path)), ...usual.filter(({ path }) => !long.test(path))];
  }
}
