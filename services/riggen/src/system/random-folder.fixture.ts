import { contactForms, evaluationScales, statements, tools } from '@riggen/contracts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Draw } from './draw.fixture.js';

const day = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

/** Writes a folder in the layout of the pilot micro-data with other services, people, dates and rates. */
export function writeRandomFolder(folder: string, seed: number, size = 12): void {
  const draw = new Draw(seed);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, header: string, rows: (string | number)[][]) =>
    writeFileSync(join(folder, name), [header, ...rows.map((row) => row.join(','))].join('\r\n') + '\r\n');

  const services = ['A-1', 'B-2', 'Å-3'].map((id, n) => [id, `"Tjeneste, nummer ${n}"`, 'municipal', ['1103', '0301', '5001;5006'][n]!, ['vest', 'ost', 'midt'][n]!]);
  write('services.csv', 'service_id,name,kind,municipality_numbers,region', services);

  const people: (string | number)[][] = [];
  const cases: (string | number)[][] = [];
  for (const group of ['child_4_12', 'aftercare'] as const) {
    for (let n = 0; n < size; n += 1) {
      const [service, phase] = [draw.among(services)[0]!, draw.among([1, 2])];
      const [worker, family, key] = [`w-${group}-${n}`, `f-${group}-${n}`, `c-${group}-${n}`];
      people.push([family, group === 'aftercare' ? 'youth' : 'parent', service, group, phase, key]);
      people.push([worker, 'contact_person', service, group, phase, '']);
      cases.push([key, service, worker, group, day('2023-01-02', draw.upTo(200))]);
    }
  }
  write('people.csv', 'person_id,role,service_id,target_group,phase,case_id', people);
  write('cases.csv', 'case_id,service_id,contact_person_id,target_group,opened_on', cases);

  const workers = people.filter(([, role]) => role === 'contact_person');
  const gatherings = Array.from({ length: 6 }, (_, n) => {
    const startsOn = day('2023-03-06', 400 - n * 30);
    return [`z${9 - n}`, draw.among([1, 2]), draw.among(['child_4_12', 'aftercare']), n + 1, startsOn, day(startsOn, 2), 2, draw.among(['digital', 'physical'])];
  });
  write('gatherings.csv', 'gathering_id,phase,target_group,number,starts_on,ends_on,days,format', gatherings);
  write('attendance.csv', 'gathering_id,person_id,status', gatherings.slice(1).flatMap(([id]) =>
    draw.some(workers, 0.6).map(([person]) => [id!, person!, draw.among(['attended', 'attended', 'partial', 'absent'])]),
  ));
  let evaluation = 0;
  write('gathering_evaluations.csv', `evaluation_id,gathering_id,submitted_on,${evaluationScales.join(',')}`, gatherings.slice(2).flatMap(([id, , , , , endsOn]) =>
    Array.from({ length: draw.upTo(9) }, () => [`e${(evaluation += 1)}`, id!, endsOn!, ...evaluationScales.map((_, scale) => (scale && draw.is(0.2) ? '' : 1 + draw.upTo(9)))]),
  ));
  const sessions = Array.from({ length: 14 }, (_, n) => [
    ...[`s${n}`, `g${n % 4}`, draw.among(['child_4_12', 'aftercare']), 1, n + 1, day('2023-04-01', n * 9), draw.among([45, 90, 100, 120])],
    ...[draw.among(['physical', 'digital']), draw.among(['yes', 'no']), draw.among(['yes', 'no'])],
  ]);
  write('supervision_sessions.csv', 'session_id,group_id,target_group,phase,number,held_on,minutes,format,skills_practised,case_discussed', sessions);
  write('supervision_attendance.csv', 'session_id,person_id,status', sessions.slice(0, 11).flatMap(([id]) =>
    draw.some(workers, 0.3).map(([person]) => [id!, person!, draw.among(['attended', 'absent'])]),
  ));

  const surveyOf = ([, role, , group]: (string | number)[]) =>
    role === 'contact_person' ? (group === 'aftercare' ? 'contact_aftercare_weekly' : 'contact_child_weekly') : `${role}_weekly`;
  const invitations = people.flatMap((person, n) =>
    draw.some([0, 7, 14, 21, 28], 0.8).map((days) => [`i${n}-${days}`, surveyOf(person), person[0]!, day('2023-09-01', days), draw.among(['sms', 'email']), draw.among(['nb', 'kar'])]),
  );
  write('survey_invitations.csv', 'invitation_id,survey,person_id,sent_on,channel,language', invitations);
  const header = ['response_id', 'invitation_id', 'submitted_at', 'had_contact', 'contact_form', 'themes', 'child_contact', 'child_could_influence']
    .concat(['family_guidance_used', 'tools_used', 'tools_useful', 'handbook_useful'], statements);
  const responses = invitations.flatMap(([id, survey, , sentOn]) =>
    Array.from({ length: draw.among([0, 1, 1, 2]) }, (_, n) => {
      const contact = draw.is(0.6);
      const child = contact && survey === 'contact_child_weekly';
      const used = child ? draw.some(tools, 0.4) : [];
      const skipped = survey === 'parent_weekly' || child ? 'meeting_was_useful' : 'meeting_was_helpful';
      return [
        ...[`r-${id}-${n}`, id!, `${day(String(sentOn), draw.upTo(5))}T0${draw.upTo(9)}:30`, contact ? 'yes' : 'no'],
        ...[contact ? draw.among(contactForms) : '', contact ? 'rights;what_matters' : ''],
        ...[child ? draw.among(['yes', 'no']) : '', child ? draw.among(['yes', 'no']) : '', child ? draw.among(['yes', 'no']) : ''],
        ...[used.join(';'), draw.some(used, 0.7).join(';'), ''],
        ...statements.map((statement) => (contact && statement !== skipped && draw.is(0.85) ? 1 + draw.upTo(6) : '')),
      ];
    }),
  );
  write('survey_responses.csv', header.join(','), responses);
}
