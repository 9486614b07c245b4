import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { CommandForm } from '../components/form/CommandForm.js';
import { TextField } from '../components/form/fields.js';
import { Columns, Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { DaysFields, daysFieldOf, daysOf, daysValuesOf, type DaysValues } from './DaysFields.js';
import type { Gathering } from './gathering-facts.js';

/**
 * Moves, resizes or cancels a gathering. The forms keep the gathering as it was when they were opened and name its version: whoever
 * saves after somebody else is told what was changed.
 */
export function EditGathering({ gathering }: { gathering: Gathering }) {
  const { t } = useLanguage();
  const [opened, setOpened] = useState<Gathering>();
  const [done, setDone] = useState(false);
  if (!opened) {
    return (
      <Finding title={t('training.edit.title')} dek={t('training.edit.dek')}>
        <div className="actions">
          <Button
            variant="secondary"
            onClick={() => {
              setOpened(gathering);
              setDone(false);
            }}
          >
            {t('training.edit.open')}
          </Button>
        </div>
        <div role="status">{done && <p className="note">{t('training.edit.done')}</p>}</div>
      </Finding>
    );
  }
  const about = { gatheringId: opened.gatheringId, basedOn: opened.version };
  const close = () => {
    setOpened(undefined);
    setDone(true);
  };
  const shared = { onDone: close, variant: 'secondary' } as const;
  return (
    <>
      <Columns>
        <Finding title={t('training.edit.move')} dek={t('training.edit.moveDek')}>
          <CommandForm<DaysValues>
            definition={{ service: 'training', name: 'move-gathering' }}
            initial={daysValuesOf(opened.days)}
            commandOf={(values) => ({ ...about, days: daysOf(values) })}
            fieldOf={daysFieldOf}
            submit={t('training.edit.moveSubmit')}
            {...shared}
          >
            <DaysFields />
          </CommandForm>
        </Finding>
        <div>
          <Finding title={t('training.edit.resize')}>
            <CommandForm<{ capacity: string }>
              definition={{ service: 'training', name: 'resize-gathering' }}
              initial={{ capacity: String(opened.capacity ?? '') }}
              commandOf={({ capacity }) => ({ ...about, capacity: Number(capacity) })}
              submit={t('training.edit.resizeSubmit')}
              {...shared}
            >
              <TextField name="capacity" type="number" label={t('training.capacity')} />
            </CommandForm>
          </Finding>
          <div className="finding-below">
            <Finding title={t('training.edit.cancel')} dek={t('training.edit.cancelDek')}>
              <CommandForm<{ reason: string }>
                definition={{ service: 'training', name: 'cancel-gathering' }}
                initial={{ reason: '' }}
                commandOf={({ reason }) => ({ ...about, reason })}
                submit={t('training.edit.cancelSubmit')}
                {...shared}
              >
                <TextField name="reason" label={t('training.reason')} description={t('training.noNames')} />
              </CommandForm>
            </Finding>
          </div>
        </div>
      </Columns>
      <div className="actions">
        <Button variant="tertiary" onClick={() => setOpened(undefined)}>
          {t('training.edit.close')}
        </Button>
      </div>
    </>
  );
}
