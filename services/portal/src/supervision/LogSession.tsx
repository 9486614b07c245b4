import { useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { CommandForm } from '../components/form/CommandForm.js';
import { CheckboxesField, RadioField, TextField } from '../components/form/fields.js';
import { Loaded } from '../components/Loaded.js';
import { todayInOslo } from '../language/today.js';
import { useLanguage } from '../language/useLanguage.js';
import { usePersonNames } from '../training/useNames.js';
import type { Group } from './groups.js';
import { useEmployed } from './useEmployed.js';
import { useOwn } from './useOwn.js';
import { allPresent, attendanceIn, fieldOfPerson, WhoAttended } from './WhoAttended.js';

interface LogSessionProps {
  serviceId: string;
  groupId: string;
  /** What is known of the group by its earlier sessions; nothing of a new one. */
  group: Group | undefined;
  onLogged: (session: { heldOn: string; count: number }) => void;
}

interface Values {
  heldOn: string;
  minutes: string;
  format: string;
  targetGroup: string;
  content: string[];
  status: Record<string, string>;
}

const formats = ['physical', 'digital'] as const;
const targetGroups = ['child_4_12', 'aftercare'] as const;
const contents = ['skillsPractised', 'caseDiscussed'] as const;
/** What is proposed where nothing is known of the group: the default rhythm's length. */
const usualMinutes = 120;

/** Logs a session of a group and who attended, in one: all of it is saved, or nothing. */
export function LogSession({ serviceId, groupId, group, onLogged }: LogSessionProps) {
  const { t } = useLanguage();
  const sent = useRef<{ heldOn: string; people: { personId: string; status: string }[] }>({ heldOn: '', people: [] });
  const members = group?.members ?? [];
  return (
    <CommandForm<Values>
      definition={{ service: 'supervision', name: 'log-session' }}
      initial={{
        ...{ heldOn: todayInOslo(), minutes: String(group?.minutes ?? usualMinutes), format: group?.format ?? 'physical', content: [] },
        targetGroup: group?.targetGroup ?? 'child_4_12',
        status: allPresent(members),
      }}
      commandOf={({ heldOn, minutes, format, targetGroup, content, status }, sessionId) => {
        const people = attendanceIn(status);
        sent.current = { heldOn, people };
        return {
          ...{ sessionId, serviceId, groupId, targetGroup: group?.targetGroup ?? targetGroup, number: group?.nextNumber ?? 1, heldOn, minutes: Number(minutes), format },
          ...(group?.phase && { phase: group.phase }),
          ...Object.fromEntries(contents.map((name) => [name, content.includes(name)])),
          attendance: people,
        };
      }}
      fieldOf={(pointer) => {
        const [, field, index] = pointer.split('/');
        const person = sent.current.people[Number(index)];
        return field === 'attendance' && person ? fieldOfPerson(person.personId) : (field ?? '');
      }}
      submit={t('supervision.log.submit')}
      onDone={() => onLogged({ heldOn: sent.current.heldOn, count: sent.current.people.length })}
    >
      <div className="side-by-side">
        <TextField name="heldOn" label={t('supervision.log.heldOn')} type="date" />
        <TextField name="minutes" label={t('supervision.log.minutes')} type="number" />
      </div>
      {!group && <RadioField name="targetGroup" label={t('supervision.log.targetGroup')} choices={targetGroups.map((value) => ({ value, label: t(`targetGroup.${value}`) }))} />}
      <RadioField name="format" label={t('supervision.log.format')} choices={formats.map((value) => ({ value, label: t(`supervision.format.${value}`) }))} />
      <CheckboxesField name="content" label={t('supervision.log.content')} choices={contents.map((value) => ({ value, label: t(`supervision.content.${value}`) }))} />
      <Employed serviceId={serviceId} members={members} />
    </CommandForm>
  );
}

/** The people to choose among: those employed on the day that is written, once it is a day. Who supervises one group sees that one. */
function Employed({ serviceId, members }: { serviceId: string; members: readonly string[] }) {
  const { getValues } = useFormContext<Values>();
  const heldOn = useWatch<Values, 'heldOn'>({ name: 'heldOn', defaultValue: getValues('heldOn') });
  const { group: ownGroup } = useOwn();
  const employed = useEmployed(serviceId, /^(19|20)\d\d-\d\d-\d\d$/.test(heldOn) ? heldOn : undefined);
  const answer = ownGroup ? { ...employed, data: members } : employed;
  const nameOf = usePersonNames(answer.data ?? [], serviceId);
  return (
    <Loaded answer={answer} height={240}>
      {(personIds) => (
        <WhoAttended people={personIds.map((personId) => ({ personId, name: nameOf(personId) })).sort((a, b) => a.name.localeCompare(b.name, 'nb'))} members={members} />
      )}
    </Loaded>
  );
}
