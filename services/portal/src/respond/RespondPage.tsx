import { Button } from '@digdir/designsystemet-react';
import { evaluationScaleNames } from './evaluation-scales.js';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { i18n } from '../language/i18n.js';
import { isLanguageChosen, languages } from '../language/languages.js';
import { useLanguage } from '../language/useLanguage.js';
import { gatheringBy, type Invitation, invitationIn, surveyBy } from './by-link.js';
import { Questions } from './Questions.js';

/** Where somebody answers by a link or a code, without signing in. The secret is in the fragment of the address, and goes nowhere else. */
export function RespondPage() {
  const { t } = useLanguage();
  const { hash } = useLocation();
  const invitation = invitationIn(hash);
  if (!invitation) return <Page title={t('respond.title')} headline={[t('respond.incomplete'), t('respond.incompleteText')]} />;
  return invitation.kind === 'survey' ? <Survey invitation={invitation} /> : <Evaluation invitation={invitation} />;
}

const once = { staleTime: Infinity, refetchOnWindowFocus: false, gcTime: 0 } as const;

function Survey({ invitation }: { invitation: Invitation }) {
  const { t } = useLanguage();
  const [round, setRound] = useState({ number: 1, isSent: false });
  const answer = useQuery({ ...once, queryKey: ['by link', invitation.secret], queryFn: ({ signal }) => surveyBy(invitation.secret, signal) });
  const { survey, state, language } = answer.data ?? {};
  useEffect(() => {
    const invitedIn = languages.find((one) => one === language);
    if (invitedIn && !isLanguageChosen()) void i18n.changeLanguage(invitedIn);
  }, [language]);
  if (state === 'unknown') return <Page title={t('respond.title')} headline={[t('respond.notOpen'), t('respond.newest')]} />;
  if (round.isSent) {
    return (
      <Page title={t('respond.title')} headline={[t('respond.survey.thanks'), t('respond.survey.receipt')]}>
        <Section heavy>
          <p>{t('respond.survey.more')}</p>
          <Button variant="secondary" onClick={() => setRound({ number: round.number + 1, isSent: false })}>
            {t('respond.survey.again')}
          </Button>
        </Section>
      </Page>
    );
  }
  return (
    <Page title={t('respond.title')} headline={[t('respond.survey.headline'), t('respond.survey.private')]}>
      <Section heavy>
        <Loaded answer={answer} height={360}>
          {() => survey && <Questions key={round.number} form={survey} invitation={invitation} onSent={() => setRound({ ...round, isSent: true })} />}
        </Loaded>
      </Section>
    </Page>
  );
}

function Evaluation({ invitation }: { invitation: Invitation }) {
  const { t, format } = useLanguage();
  const [isSent, setSent] = useState(false);
  const answer = useQuery({ ...once, queryKey: ['by code', invitation.secret], queryFn: ({ signal }) => gatheringBy(invitation.secret, signal) });
  const { gathering, state } = answer.data ?? {};
  if (state === 'unknown') return <Page title={t('respond.title')} headline={[t('respond.notOpen'), t('respond.scanAgain')]} />;
  if (state === 'closed') return <Page title={t('respond.title')} headline={[t('respond.evaluation.closed'), t('respond.evaluation.closedText')]} />;
  if (isSent) return <Page title={t('respond.title')} headline={[t('respond.evaluation.thanks'), t('respond.evaluation.receipt')]} />;
  const questions = evaluationScaleNames.map((id) => ({ kind: 'scale' as const, id, min: 1, max: 10, wording: { [i18n.language]: t(`respond.evaluation.scale.${id}`) } }));
  return (
    <Page
      title={t('respond.title')}
      period={gathering && format.dateRange(gathering.startsOn, gathering.endsOn)}
      headline={[t('respond.evaluation.headline'), t('respond.evaluation.anonymous')]}
    >
      <Section heavy>
        <Loaded answer={answer} height={360}>
          {() => <Questions form={{ questions }} invitation={invitation} onSent={() => setSent(true)} />}
        </Loaded>
      </Section>
    </Page>
  );
}
