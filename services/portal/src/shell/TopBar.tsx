import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import type { Me } from '@riggen/contracts';
import { useState } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { SignOut } from '../sign-in/SignOut.js';
import { Brand } from './Brand.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { pagesFor } from './navigation.js';

export function TopBar({ me }: { me: Me | undefined }) {
  const { t } = useLanguage();
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <header className="top-bar">
      <div className="wrap">
        <Brand />
        <Button
          variant="secondary"
          className="menu-button"
          aria-expanded={menuOpen}
          aria-controls="menu"
          onClick={() => setMenuOpen(!menuOpen)}
        >
          {t('shell.menu')}
        </Button>
        <div id="menu" className={menuOpen ? 'menu menu-open' : 'menu'}>
          {me && (
            <nav aria-label={t('shell.navigation')}>
              <ul>
                {pagesFor(me).map(({ to, title }) => (
                  <li key={to}>
                    <Link to={to} onClick={() => setMenuOpen(false)}>
                      {t(title)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="menu-end">
            {me && <SignOut me={me} />}
            <LanguageSwitch />
          </div>
        </div>
      </div>
    </header>
  );
}
