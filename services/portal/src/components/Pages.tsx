import { Pagination, usePagination } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/useLanguage.js';

interface PagesProps {
  /** What the list holds, for those who hear it. */
  label: string;
  list: { total: number; page: number; size: number };
  onPage: (page: number) => void;
}

/** The way through a long list; nothing where it has one page. */
export function Pages({ label, list: { total, page, size }, onPage }: PagesProps) {
  const { t } = useLanguage();
  const totalPages = Math.max(1, Math.ceil(total / size));
  const { pages, prevButtonProps, nextButtonProps } = usePagination({ currentPage: page, totalPages, setCurrentPage: onPage, showPages: 5 });
  if (totalPages === 1) return null;
  return (
    <Pagination aria-label={label} data-size="sm">
      <Pagination.List>
        <Pagination.Item>
          <Pagination.Button {...prevButtonProps}>{t('pages.previous')}</Pagination.Button>
        </Pagination.Item>
        {pages.map(({ page: number, itemKey, buttonProps }) => (
          <Pagination.Item key={itemKey}>
            {typeof number === 'number' && (
              <Pagination.Button {...buttonProps} aria-label={t('pages.page', { number })}>
                {number}
              </Pagination.Button>
            )}
          </Pagination.Item>
        ))}
        <Pagination.Item>
          <Pagination.Button {...nextButtonProps}>{t('pages.next')}</Pagination.Button>
        </Pagination.Item>
      </Pagination.List>
    </Pagination>
  );
}
