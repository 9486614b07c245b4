import { Skeleton } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { ErrorNotice } from './ErrorNotice.js';

interface LoadedProps<Data> {
  answer: { data: Data | undefined; error: Error | null; refetch: () => unknown };
  /** The height that the content will have, in pixels: nothing moves when it comes. */
  height?: number;
  children: (data: Data) => ReactNode;
}

/** What a query answered; until then a skeleton of the same height, and what went wrong where it failed. */
export function Loaded<Data>({ answer: { data, error, refetch }, height = 320, children }: LoadedProps<Data>) {
  const { t } = useLanguage();
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  return (
    <div role="status">
      <span className="ds-sr-only">{t('shell.loading')}</span>
      <Skeleton variant="rectangle" height={height} aria-hidden />
    </div>
  );
}
