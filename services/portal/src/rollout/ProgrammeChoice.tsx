import { Choice, Choices } from '../components/Choices.js';
import { useLanguage } from '../language/useLanguage.js';
import type { useProgramme } from './useProgramme.js';

interface ProgrammeChoiceProps {
  programme: Pick<ReturnType<typeof useProgramme>, 'options' | 'programmeId'>;
  onChange: (programmeId: string) => void;
}

/** Which programme a page is about. */
export function ProgrammeChoice({ programme: { options, programmeId }, onChange }: ProgrammeChoiceProps) {
  const { t } = useLanguage();
  return (
    <Choices>
      <Choice label={t('rollout.programme')} value={programmeId ?? ''} options={options} onChange={onChange} />
    </Choices>
  );
}
