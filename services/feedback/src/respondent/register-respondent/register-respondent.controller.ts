import { caseOpened, registerRespondent } from '@riggen/contracts';
import { commandSlice, organisationOf } from '@riggen/service';
import { respondent, respondentStream } from '../respondent.js';
import { decideRegisterRespondent } from './register-respondent.js';

export const registerRespondentSlice = commandSlice({
  definition: registerRespondent,
  evolution: respondent,
  streamOf: ({ respondentId }) => respondentStream(respondentId),
  subject: ({ serviceId }, { lookups, state: { registered } }) => organisationOf(lookups, registered?.serviceId ?? serviceId),
  context: async ({ serviceId, caseId }, { lookups, now }) => ({
    now,
    organisation: await organisationOf(lookups, serviceId),
    isCase: (await lookups.find(caseOpened, caseId)) !== undefined,
  }),
  decide: decideRegisterRespondent,
});
