import { isShown, type PublishedFigure } from '../figures/published-figure.js';
import { useLanguage } from '../language/useLanguage.js';

/** Figures in words, for labels of charts and for source lines. */
export function useFigureText() {
  const { t, format } = useLanguage();
  return {
    withN(figure: PublishedFigure, formatValue: (value: number) => string) {
      if (figure.hidden) return t('figure.hidden');
      if (!isShown(figure)) return t('figure.tooLittle');
      const value = formatValue(figure.value);
      return figure.n === null ? value : t('figure.withN', { value, n: figure.n });
    },
    n: (figure: PublishedFigure) => (figure.n === null ? '' : t('figure.n', { n: figure.n })),
    bareN: (figure: PublishedFigure) => (figure.n === null ? '–' : format.count(figure.n)),
  };
}
