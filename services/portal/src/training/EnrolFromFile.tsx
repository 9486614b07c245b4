import { Button, Field, Input, Label } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { everyone } from '../api/everyone.js';
import { useSendAll } from '../api/useSendAll.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { groupsOf, mostBytes, readEnrolment } from './enrolment-file.js';
import type { Gathering } from './gathering-facts.js';
import { useServices } from './useNames.js';

/** Enrols people from a file in the layout of enrolment.csv; who does not get a place waits in line, in the order of the file. */
export function EnrolFromFile({ gathering: { gatheringId, region } }: { gathering: Gathering }) {
  const { t } = useLanguage();
  const { choices } = useServices(region ?? undefined);
  const { mutate, data, error, isPending, progress, reset } = useSendAll({ service: 'training', name: 'enrol-participants' });
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const refused = [...wrong, ...(data?.refused.map(({ label, detail }) => `${label}: ${detail}`) ?? [])];

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    reset();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || !file.name) return setWrong([t('training.enrolFile.noFile')]);
    const read = file.size > mostBytes ? { fault: 'tooLarge' as const } : readEnrolment(await file.text(), gatheringId);
    if ('fault' in read) return setWrong([t(`training.enrolFile.fault.${read.fault}`)]);
    const byAddress = read.lines.some(({ person }) => person.includes('@')) ? await peopleByAddress(region ?? undefined) : new Map<string, string>();
    const { groups, faults } = groupsOf(read.lines, {
      personOf: (person) => (person.includes('@') ? byAddress.get(person.toLowerCase()) : person || undefined),
      serviceOf: (service) => choices.find(({ value, label }) => value === service || label === service)?.value,
    });
    setWrong(faults.map(({ line, fault, given }) => t(`training.enrolFile.line.${fault}`, { line, given })));
    const commands = groups.map(async ({ lines, ...group }) => ({
      id: await digestOf([gatheringId, group]),
      label: t('training.enrolFile.lines', { count: lines.length, lines: lines.join(', ') }),
      command: { gatheringId, ...group },
    }));
    mutate(await Promise.all(commands));
  }

  return (
    <Finding title={t('training.enrolFile.title')} dek={t('training.enrolFile.dek')}>
      <form className="command-form" onSubmit={(event) => void send(event)}>
        <Field>
          <Label htmlFor="enrolment-file">{t('training.enrolFile.file')}</Label>
          <Field.Description>{t('training.enrolFile.layout')}</Field.Description>
          <Input id="enrolment-file" name="file" type="file" accept=".csv,text/csv" />
        </Field>
        <div className="actions">
          <Button type="submit" variant="secondary" loading={isPending}>
            {t('training.enrolFile.submit')}
          </Button>
        </div>
        <div role="status">
          {isPending && <p className="note">{t('training.enrolFile.progress', progress)}</p>}
          {data && <p className="note">{t('training.enrolFile.done', { accepted: data.accepted, unchanged: data.unchanged, refused: refused.length })}</p>}
          {error && <p className="signal-text">{t('form.notSent')}</p>}
          {refused.length > 0 && (
            <ul className="plain-rows">
              {refused.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      </form>
    </Finding>
  );
}

/** The keys of people by their work e-mail. The addresses themselves stand in no address. */
async function peopleByAddress(region: string | undefined): Promise<Map<string, string>> {
  const people = await everyone(region, new AbortController().signal);
  return new Map(people.flatMap(({ personId, workEmail }) => (workEmail ? [[workEmail.toLowerCase(), personId] as const] : [])));
}

/** An id that the same content always has. */
async function digestOf(content: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(content)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
