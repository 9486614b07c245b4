import { useEffect } from 'react';
import { Page } from '../components/Page.js';
import { useLanguage } from '../language/useLanguage.js';
import { tellOtherTabs } from './returned.js';

/** Where a sign-in in a new tab ends: the tab that was left goes on by itself. */
export function SignedInAgain() {
  const { t } = useLanguage();
  useEffect(tellOtherTabs, []);
  return <Page title={t('signIn.back.title')} headline={[t('signIn.back.headline'), t('signIn.back.rest')]} />;
}
