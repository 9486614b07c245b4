import type { getGathering } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { TextField } from '../components/form/fields.js';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMe } from '../sign-in/useMe.js';

const route = getRouteApi('/oppmote/$gatheringId');

/** Where a participant who has scanned the code in the room says: I am here. */
export function CheckInPage() {
  const { t, format } = useLanguage();
  const { gatheringId } = route.useParams();
  const { kode = '' } = route.useSearch();
  const { data: me } = useMe();
  const { data } = useAnswer<typeof getGathering>({ service: 'training', name: 'gathering' }, { gatheringId });
  const [done, setDone] = useState(false);
  const gathering = data?.gathering;
  return (
    <Page
      title={t('training.checkIn.title')}
      period={gathering && format.dateRange(gathering.startsOn, gathering.endsOn)}
      headline={done ? [t('training.checkIn.done'), t('training.checkIn.thanks')] : [t('training.checkIn.headline'), t('training.checkIn.rest')]}
    >
      <Section heavy>
        {done || !me ? (
          <Link to="/min-side">{t('training.mine.title')}</Link>
        ) : (
          <CommandForm<{ code: string }>
            definition={{ service: 'training', name: 'check-in' }}
            initial={{ code: kode }}
            commandOf={({ code }) => ({ gatheringId, personId: me.id, code })}
            submit={t('training.checkIn.submit')}
            onDone={() => setDone(true)}
          >
            <TextField name="code" label={t('training.checkIn.code')} description={t('training.checkIn.codeText')} />
          </CommandForm>
        )}
      </Section>
    </Page>
  );
}
