import { type Region, regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { Choice } from './Choices.js';

interface RegionChoiceProps<Chosen extends Region | undefined> {
  region: Chosen;
  onChange: (region: Chosen) => void;
}

/** The region that a page is about. */
export function RegionChoice({ region, onChange }: RegionChoiceProps<Region>) {
  const { label, options } = useRegions();
  return <Choice label={label} value={region} options={options} onChange={onChange} />;
}

const everywhere = '';

/** The region that a list is narrowed to; undefined for the whole country. */
export function RegionFilter({ region, onChange }: RegionChoiceProps<Region | undefined>) {
  const { t } = useLanguage();
  const { label, options } = useRegions();
  const all = [{ value: everywhere, label: t('services.everywhere') } as const, ...options];
  return <Choice<Region | typeof everywhere> label={label} value={region ?? everywhere} options={all} onChange={(value) => onChange(value || undefined)} />;
}

function useRegions() {
  const { t } = useLanguage();
  return { label: t('services.region'), options: regions.map((value) => ({ value, label: t(`region.${value}`) })) };
}
