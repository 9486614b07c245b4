import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import type { Gathering, Place } from './gathering-facts.js';

interface WaitingLineProps {
  gathering: Gathering;
  places: readonly Place[];
  nameOf: (personId: string) => string;
}

/** How many groups of a long line are shown at first. */
const shownAtFirst = 8;

/** Who is offered places and who waits, in the order of the line; those who wait together stand together. */
export function WaitingLine({ gathering: { gatheringId }, places, nameOf }: WaitingLineProps) {
  const { t, format } = useLanguage();
  const mayDo = useMayDo();
  const [all, setAll] = useState(false);
  const inLine = places.filter(({ status }) => status === 'offered' || status === 'waiting');
  const groups = [...new Set(inLine.map(({ groupId }) => groupId))].map((groupId) => inLine.filter((place) => place.groupId === groupId));
  if (!groups.length) return null;
  return (
    <section>
      <h2 className="sub-heading">{t('training.line.title')}</h2>
      <ol className="work-rows">
        {groups.slice(0, all ? undefined : shownAtFirst).map((people) => {
          const [{ groupId, status, until, inLine: number } = people[0]!] = people;
          return (
            <li key={`${groupId} ${status}`}>
              <div>
                <p className="row-title">{people.map(({ personId }) => nameOf(personId)).join(', ')}</p>
                <p className="row-text">{status === 'offered' && until ? t('training.line.offered', { until: format.time(until) }) : t('training.line.number', { number: number ?? 0 })}</p>
              </div>
              {status === 'offered' && mayDo('training/accept-places') && (
                <div className="answer-buttons">
                  <CommandForm definition={{ service: 'training', name: 'accept-places' }} initial={{}} commandOf={() => ({ gatheringId, groupId })} submit={t('training.line.accept')} variant="secondary" />
                  <CommandForm definition={{ service: 'training', name: 'decline-places' }} initial={{}} commandOf={() => ({ gatheringId, groupId })} submit={t('training.line.decline')} variant="secondary" />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {!all && groups.length > shownAtFirst && (
        <div className="actions">
          <Button variant="secondary" onClick={() => setAll(true)}>
            {t('training.line.more', { count: groups.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
