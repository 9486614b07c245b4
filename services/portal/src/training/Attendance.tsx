import { todayInOslo } from '../language/today.js';
import { useState } from 'react';
import { Choice } from '../components/Choices.js';
import { Finding } from '../components/Section.js';
import { Pages } from '../components/Pages.js';
import { useLanguage } from '../language/useLanguage.js';
import { AttendanceHistory } from './AttendanceHistory.js';
import { CorrectAttendance } from './CorrectAttendance.js';
import type { Gathering, GatheringAnswer, Place } from './gathering-facts.js';
import { TakeAttendance } from './TakeAttendance.js';

interface AttendanceProps {
  gathering: Gathering;
  places: readonly Place[];
  history: GatheringAnswer['history'];
  nameOf: (personId: string) => string;
}

const atOnce = 40;

/** Who was there, day by day: taken from a list in the room, corrected with a reason, made up by a recorded lecture. */
export function Attendance({ gathering, places, history, nameOf }: AttendanceProps) {
  const { t, format } = useLanguage();
  const today = todayInOslo();
  const days = gathering.days.map(({ date }) => date).filter((date) => date <= today);
  const [date = days.at(-1), setDate] = useState(days.find((day) => day === today));
  const [page, setPage] = useState(1);
  if (!date) {
    return (
      <Finding title={t('training.attendance.title')}>
        <p className="note">{t('training.attendance.notYet', { date: format.date(gathering.startsOn) })}</p>
      </Finding>
    );
  }
  const people = places
    .filter(({ status }) => status === 'placed')
    .map(({ personId, attendance }) => ({ personId, name: nameOf(personId), recorded: attendance.find((day) => day.date === date) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  const open = people.filter(({ recorded }) => !recorded);
  const shown = open.slice((page - 1) * atOnce, page * atOnce);
  const known = people.flatMap(({ personId, name, recorded }) => (recorded ? [{ personId, name, ...recorded }] : []));
  return (
    <Finding title={t('training.attendance.of', { recorded: known.length, count: people.length })} dek={t('training.attendance.dek')}>
      {days.length > 1 && (
        <div className="choices day-choice">
          <Choice
            label={t('training.attendance.day')}
            value={date}
            options={days.map((value) => ({ value, label: format.date(value) }))}
            onChange={(value) => {
              setDate(value);
              setPage(1);
            }}
          />
        </div>
      )}
      {shown.length > 0 && <TakeAttendance key={`${date} ${shown.map(({ personId }) => personId).join()}`} gatheringId={gathering.gatheringId} date={date} people={shown} />}
      <Pages label={t('training.attendance.pages')} list={{ total: open.length, page, size: atOnce }} onPage={setPage} />
      {people.length === 0 && <p>{t('training.seats.empty')}</p>}
      {known.length > 0 && <CorrectAttendance key={`correct ${date}`} gathering={gathering} date={date} people={known} />}
      {history.length > 0 && <AttendanceHistory history={history} nameOf={nameOf} />}
    </Finding>
  );
}
