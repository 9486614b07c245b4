import { isShown, type PublishedFigure } from '../figures/published-figure.js';
import { useLanguage } from '../language/useLanguage.js';
import { Suppressed, type OpenReason } from './Suppressed.js';

interface FigureValueProps {
  figure: PublishedFigure;
  /** What the figure is, for those who hear it without its row and column. */
  name: string;
  format: (value: number) => string;
  open: OpenReason;
}

/** The figure, or why there is none. */
export function FigureValue({ figure, name, format, open }: FigureValueProps) {
  const { t } = useLanguage();
  if (figure.hidden) return <Suppressed name={name} reason={figure.hidden} open={open} />;
  if (!isShown(figure)) return <span className="too-little">{t('figure.tooLittle')}</span>;
  return <>{format(figure.value)}</>;
}
