import type { Language } from '../language/languages.js';
import planEn from '../plan/messages/en.json' with { type: 'json' };
import planNb from '../plan/messages/nb.json' with { type: 'json' };
import planNn from '../plan/messages/nn.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import nb from './nb.json' with { type: 'json' };
import nn from './nn.json' with { type: 'json' };
import respondEn from '../respond/messages/en.json' with { type: 'json' };
import administrationEn from '../administration/messages/en.json' with { type: 'json' };
import respondNb from '../respond/messages/nb.json' with { type: 'json' };
import administrationNb from '../administration/messages/nb.json' with { type: 'json' };
import respondNn from '../respond/messages/nn.json' with { type: 'json' };
import administrationNn from '../administration/messages/nn.json' with { type: 'json' };
import ownRegionEn from '../own-region/messages/en.json' with { type: 'json' };
import ownRegionNb from '../own-region/messages/nb.json' with { type: 'json' };
import ownRegionNn from '../own-region/messages/nn.json' with { type: 'json' };
import ownServiceEn from '../own-service/messages/en.json' with { type: 'json' };
import ownServiceNb from '../own-service/messages/nb.json' with { type: 'json' };
import ownServiceNn from '../own-service/messages/nn.json' with { type: 'json' };
import rolloutEn from '../rollout/messages/en.json' with { type: 'json' };
import rolloutNb from '../rollout/messages/nb.json' with { type: 'json' };
import rolloutNn from '../rollout/messages/nn.json' with { type: 'json' };
import servicesEn from '../services/messages/en.json' with { type: 'json' };
import servicesNb from '../services/messages/nb.json' with { type: 'json' };
import servicesNn from '../services/messages/nn.json' with { type: 'json' };
import signInEn from './sign-in.en.json' with { type: 'json' };
import signInNb from './sign-in.nb.json' with { type: 'json' };
import signInNn from './sign-in.nn.json' with { type: 'json' };
import supervisionEn from '../supervision/messages/en.json' with { type: 'json' };
import supervisionNb from '../supervision/messages/nb.json' with { type: 'json' };
import supervisionNn from '../supervision/messages/nn.json' with { type: 'json' };
import teamEn from '../team/messages/en.json' with { type: 'json' };
import teamNb from '../team/messages/nb.json' with { type: 'json' };
import teamNn from '../team/messages/nn.json' with { type: 'json' };
import trainingEn from '../training/messages/en.json' with { type: 'json' };
import trainingNb from '../training/messages/nb.json' with { type: 'json' };
import trainingNn from '../training/messages/nn.json' with { type: 'json' };

/** Every text of the portal by language. A page with many texts has files of its own, which are spread in here. */
export const messages = {
  nb: {
    ...nb,
    ...signInNb,
    ...planNb,
    ...servicesNb,
    ...trainingNb,
    ...rolloutNb,
    ...ownServiceNb,
    ...ownRegionNb,
    ...administrationNb,
    ...teamNb,
    ...respondNb,
    ...supervisionNb,
  },
  nn: {
    ...nn,
    ...signInNn,
    ...planNn,
    ...servicesNn,
    ...trainingNn,
    ...rolloutNn,
    ...ownServiceNn,
    ...ownRegionNn,
    ...administrationNn,
    ...teamNn,
    ...respondNn,
    ...supervisionNn,
  },
  en: {
    ...en,
    ...signInEn,
    ...planEn,
    ...servicesEn,
    ...trainingEn,
    ...rolloutEn,
    ...ownServiceEn,
    ...ownRegionEn,
    ...administrationEn,
    ...teamEn,
    ...respondEn,
    ...supervisionEn,
  },
} satisfies Record<Language, object>;
