import { publishAnswers } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { publication, publicationStream } from '../publication.js';
import { decidePublishAnswers } from './publish-answers.js';

export const publishAnswersSlice = commandSlice({
  definition: publishAnswers,
  evolution: publication,
  streamOf: () => publicationStream,
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decidePublishAnswers,
});
