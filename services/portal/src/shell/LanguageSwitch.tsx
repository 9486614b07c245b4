import { Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { chooseLanguage } from '../language/i18n.js';
import { languageNames, languages } from '../language/languages.js';
import { useLanguage } from '../language/useLanguage.js';

export function LanguageSwitch() {
  const { t, language } = useLanguage();
  const id = useId();
  return (
    <div className="language-switch">
      <label htmlFor={id}>{t('language.label')}</label>
      <Select
        id={id}
        value={language}
        onChange={({ target }) => {
          const chosen = languages.find((candidate) => candidate === target.value);
          if (chosen) chooseLanguage(chosen);
        }}
      >
        {languages.map((candidate) => (
          <Select.Option key={candidate} value={candidate} lang={candidate}>
            {languageNames[candidate]}
          </Select.Option>
        ))}
      </Select>
    </div>
  );
}
