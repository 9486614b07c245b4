import { Link, type LinkProps } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';

const pages: readonly { to: LinkProps['to']; title: ParseKeys; asks: string }[] = [
  { to: '/samlinger', title: 'training.title', asks: 'training/gathering-calendar' },
  { to: '/kull', title: 'training.cohorts.title', asks: 'training/cohorts' },
  { to: '/trenere', title: 'training.trainers.title', asks: 'training/trainers' },
  { to: '/sertifikater', title: 'training.certificates.title', asks: 'training/certificates' },
  { to: '/veiledning', title: 'supervision.title', asks: 'supervision/sessions' },
];

/** The pages of training beside one another, under the one that the menu shows. */
export function SubNavigation() {
  const { t } = useLanguage();
  const mayDo = useMayDo();
  return (
    <nav className="sub-navigation" aria-label={t('training.pages')}>
      {pages
        .filter(({ asks }) => mayDo(asks))
        .map(({ to, title }) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {t(title)}
          </Link>
        ))}
    </nav>
  );
}
