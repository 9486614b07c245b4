import { todayInOslo } from '../language/today.js';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CommandForm } from '../components/form/CommandForm.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { freePlaces, type Gathering, type Place } from './gathering-facts.js';

interface NextStepsProps {
  gathering: Gathering;
  places: readonly Place[];
  nameOf: (personId: string) => string;
}

const shownAbsent = 8;

/** What to do about a gathering now, the most pressing first. */
export function NextSteps({ gathering, places, nameOf }: NextStepsProps) {
  const { t, format } = useLanguage();
  const mayDo = useMayDo();
  const { gatheringId, status, version, days, waiting, trainers } = gathering;
  const today = todayInOslo();
  const absent = places.flatMap(({ personId, attendance }) => attendance.filter(({ status: of, madeUpBy }) => of !== 'attended' && !madeUpBy).map(({ date }) => ({ personId, date })));
  const steps = [
    status === 'planned' && mayDo('training/publish-gathering') && (
      <Step key="publish" title={t('training.steps.publish')} text={t('training.steps.publishText')}>
        <CommandForm definition={{ service: 'training', name: 'publish-gathering' }} initial={{}} commandOf={() => ({ gatheringId, basedOn: version })} submit={t('training.steps.publishSubmit')} />
      </Step>
    ),
    status === 'published' && days.some(({ date }) => date === today) && mayDo('training/attendance-code') && (
      <Step key="code" title={t('training.steps.code')} text={t('training.steps.codeText')}>
        <Link to="/samlinger/$gatheringId/kode" params={{ gatheringId }}>
          {t('training.steps.codeLink')}
        </Link>
      </Step>
    ),
    status === 'published' && waiting > 0 && (freePlaces(gathering) ?? 0) > 0 && mayDo('training/settle-waiting-list') && (
      <Step key="settle" title={t('training.steps.settle', { count: waiting })} text={t('training.steps.settleText', { count: freePlaces(gathering) ?? 0 })}>
        <CommandForm definition={{ service: 'training', name: 'settle-waiting-list' }} initial={{}} commandOf={() => ({ gatheringId })} submit={t('training.steps.settleSubmit')} variant="secondary" />
      </Step>
    ),
    ['planned', 'published'].includes(status) && trainers === 0 && mayDo('training/book-trainer') && (
      <Step key="trainer" title={t('training.steps.trainer')} text={t('training.steps.trainerText')} />
    ),
    ...absent.slice(0, shownAbsent).map(({ personId, date }) => (
      <Step key={`${personId} ${date}`} title={nameOf(personId)} text={t('training.steps.absent', { date: format.date(date) })} />
    )),
  ].filter(Boolean);
  return (
    <Finding title={t('training.steps.title')}>
      {steps.length ? <ul className="work-rows">{steps}</ul> : <p>{t('training.steps.none')}</p>}
      {absent.length > shownAbsent && <p className="dek">{t('training.steps.more', { count: absent.length - shownAbsent })}</p>}
    </Finding>
  );
}

function Step({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <li>
      <div>
        <p className="row-title">{title}</p>
        <p className="row-text">{text}</p>
      </div>
      {children}
    </li>
  );
}
