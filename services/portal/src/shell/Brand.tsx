import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/useLanguage.js';

export function Brand() {
  const { t } = useLanguage();
  return (
    <Link to="/" className="brand" aria-label={t('shell.home')}>
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <path d="M11 1v20M11 2 2 19h18zM6.4 19 11 8M15.6 19 11 8" />
      </svg>
      Riggen
    </Link>
  );
}
