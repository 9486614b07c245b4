import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { Brand } from './Brand.js';
import { LanguageSwitch } from './LanguageSwitch.js';

export function TopBar() {
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
          <nav aria-label={t('shell.navigation')}>
            <ul>
              <li>
                <Link to="/pilotevaluering" onClick={() => setMenuOpen(false)}>
                  {t('pilot.title')}
                </Link>
              </li>
            </ul>
          </nav>
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
