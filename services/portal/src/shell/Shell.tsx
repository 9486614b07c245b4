import { SkipLink } from '@digdir/designsystemet-react';
import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { Page } from '../components/Page.js';
import { useLanguage } from '../language/useLanguage.js';
import { SessionEnded } from '../sign-in/SessionEnded.js';
import { SignIn } from '../sign-in/SignIn.js';
import { useMe } from '../sign-in/useMe.js';
import { TopBar } from './TopBar.js';

export function Shell() {
  const { t } = useLanguage();
  const { data: me } = useMe();
  return (
    <>
      <SkipLink href="#content">{t('shell.skip')}</SkipLink>
      <TopBar me={me ?? undefined} />
      <Content />
      <SessionEnded />
    </>
  );
}

/** The page, for whoever may be there; else the way in. */
function Content() {
  const { t } = useLanguage();
  const { data: me, error, refetch } = useMe();
  const { href } = useLocation();
  const isPublic = useMatches().some(({ staticData }) => staticData.isPublic);
  if (isPublic || me) return <Outlet />;
  if (me === null) return <SignIn returnTo={href} />;
  if (!error) return <main id="content" className="wrap" aria-busy="true" />;
  return (
    <Page title={t('error.pageTitle')} headline={[t('error.pageTitle')]}>
      <ErrorNotice error={error} retry={() => void refetch()} />
    </Page>
  );
}
