import { Details } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/useLanguage.js';

/** Every chart has its table, closed until it is wanted. */
export function ShowAsTable({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <Details className="show-as-table">
      <Details.Summary>{t('chart.showTable')}</Details.Summary>
      <Details.Content>{children}</Details.Content>
    </Details>
  );
}
