import { SkipLink } from '@digdir/designsystemet-react';
import { Outlet } from '@tanstack/react-router';
import { useLanguage } from '../language/useLanguage.js';
import { TopBar } from './TopBar.js';

export function Shell() {
  const { t } = useLanguage();
  return (
    <>
      <SkipLink href="#content">{t('shell.skip')}</SkipLink>
      <TopBar />
      <Outlet />
    </>
  );
}
