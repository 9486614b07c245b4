import { operatorCaller } from '@riggen/access';
import { type EventDefinition, positionCorrected, positionEnded, positionOpened, serviceUnitsMerged, serviceUnitSplit, upcast } from '@riggen/contracts';
import {
  type AppendRequest,
  type AppendResult,
  categoryOf,
  type ErasureEvent,
  type EventStore,
  headOf,
  InMemoryEventStore,
  InMemoryKeyVault,
  type KeyVault,
  PersonalData,
  PersonIsErased,
  type RecordedEvent,
  type StreamEvent,
} from '@riggen/event-store';
import { respondentStream, surveyStream, versionKey } from '@riggen/feedback';
import { caseStream } from '@riggen/fidelity';
import { caseworkerStream, copiesOfUnits, serviceUnitStream } from '@riggen/rollout';
import { type DataOf, type Lookups, positionKey, runCommand } from '@riggen/service';
import { curriculumStream, gatheringStream } from '@riggen/training';
import { services } from '../services.js';
import type { Send } from './run-import.js';

/** Finds the person who has a work e-mail address. */
export type PersonByEmail = (workEmail: string) => Promise<{ personId: string } | null>;

/** Tries commands out: they are decided on what the store has and what was tried before, and nothing is written. */
export function trialOf(store: EventStore, vault: KeyVault, personByEmail: PersonByEmail): Send {
  const trial = new TrialStore(store);
  const slices = new Map(services.flatMap(({ commands }) => commands).map((slice) => [slice.definition, slice]));
  const surroundings = {
    store: trial,
    personalData: new PersonalData(new TrialVault(vault)),
    lookups: lookupsIn(trial, store, personByEmail),
    reached: async () => true,
    now: () => new Date().toISOString(),
  };
  return (definition, request) => runCommand(slices.get(definition)!, { ...request, caller: operatorCaller }, surroundings);
}

/** A store on top of another: appends stay in memory. */
class TrialStore implements Pick<EventStore, 'append' | 'findCommand' | 'readStream'> {
  private readonly added = new InMemoryEventStore();

  constructor(private readonly base: EventStore) {}

  async append(request: AppendRequest): Promise<AppendResult> {
    const earlier = await this.findCommand(request.envelope.commandId);
    if (earlier) return { outcome: 'duplicate', ...earlier };
    const stored = headOf(await this.base.readStream(request.stream));
    // The trial's own stream starts where the stored one ends; decisions see both.
    const expected = { version: request.expected.version - stored.version, hash: '' };
    return this.added.append({ ...request, expected });
  }

  async readStream(stream: string): Promise<StreamEvent[]> {
    const stored = await this.base.readStream(stream);
    const added = await this.added.readStream(stream);
    return [...stored, ...added.map((event) => ({ ...event, version: event.version + stored.length }))];
  }

  async findCommand(commandId: string) {
    return (await this.added.findCommand(commandId)) ?? this.base.findCommand(commandId);
  }
}

/** The keys of persons on top of those that there are: keys of new persons stay in memory. */
class TrialVault implements KeyVault {
  private readonly added = new InMemoryKeyVault();

  constructor(private readonly base: KeyVault) {}

  async keysFor(personIds: string[]): Promise<Map<string, Buffer>> {
    const [erased] = await this.erasedAmong(personIds);
    if (erased !== undefined) throw new PersonIsErased(erased);
    const known = await this.base.keysOf(personIds);
    return new Map([...known, ...(await this.added.keysFor(personIds.filter((id) => !known.has(id))))]);
  }

  async keysOf(personIds: string[]): Promise<Map<string, Buffer>> {
    return new Map([...(await this.base.keysOf(personIds)), ...(await this.added.keysOf(personIds))]);
  }

  async erasedAmong(personIds: string[]): Promise<Set<string>> {
    return new Set([...(await this.base.erasedAmong(personIds)), ...(await this.added.erasedAmong(personIds))]);
  }

  /** An erasure that the store tells of is carried out by whoever reads it, a trial too. */
  async destroy(personId: string, because: ErasureEvent): Promise<void> {
    await this.base.destroy(personId, because);
  }
}

/** What live services know from their copies, a trial reads from the streams themselves. */
const streamsOf: Record<string, (id: string) => string> = {
  ServiceUnitRegistered: serviceUnitStream,
  CaseworkerRegistered: caseworkerStream,
  CaseOpened: caseStream,
  RespondentRegistered: respondentStream,
  GatheringScheduled: gatheringStream,
  CurriculumDefined: (id) => curriculumStream(id.split('@')[0]!),
  SurveyDefined: (id) => surveyStream(id.split('@')[0]!),
  ServiceUnitChanged: serviceUnitStream,
};

/** Events that are looked up by services other than the one in whose stream they are; no import makes any. */
const successions = new Set<string>([serviceUnitsMerged.type, serviceUnitSplit.type]);

/** A position is what the newest of these says of it. */
const ofPositions = new Set<string>([positionOpened.type, positionEnded.type, positionCorrected.type]);

function lookupsIn(store: Pick<EventStore, 'readStream'>, stored: EventStore, personByEmail: PersonByEmail): Lookups {
  let succeeded: Promise<RecordedEvent[]> | undefined;
  let positions: Promise<RecordedEvent[]> | undefined;
  const candidates = async (type: string, id: string): Promise<RecordedEvent[]> => {
    if (successions.has(type)) return (await (succeeded ??= eventsOfUnits(stored, successions))).filter((event) => event.type === type);
    const stream = streamsOf[type];
    if (!stream) throw new Error(`A trial does not know the streams of ${type}`);
    return (await store.readStream(stream(id))).map(upcast).filter((event) => event.type === type);
  };
  return {
    async row(_, where) {
      const { workEmail } = where as { workEmail?: string };
      if (workEmail === undefined) throw new Error('A trial knows no read model but that of persons by e-mail address');
      return (await personByEmail(workEmail)) as never;
    },
    async find<Definition extends EventDefinition>(definition: Definition, id: string) {
      const ofUnits = copiesOfUnits.find(({ event }) => event.type === definition.type);
      const isMeant = ({ data }: RecordedEvent) => {
        if (ofUnits) return ofUnits.ids(data as never).includes(id);
        const { surveyId, programmeId, version } = data as { surveyId?: string; programmeId?: string; version?: number };
        const versioned = surveyId ?? programmeId;
        return versioned === undefined || version === undefined || versioned === id || versionKey(versioned, version) === id;
      };
      return (await candidates(definition.type, id)).filter(isMeant).at(-1)?.data as DataOf<Definition> | undefined;
    },
    async list<Definition extends EventDefinition>(definition: Definition, beginning: string) {
      if (definition.type !== positionOpened.type) throw new Error(`A trial does not list ${definition.type}`);
      const [serviceId, ofService] = beginning.split('@');
      // The rollout asks by service and person; training by person, of the positions that the store has.
      const told = ofService === undefined ? await (positions ??= eventsOfUnits(stored, ofPositions)) : await store.readStream(serviceUnitStream(serviceId!));
      const newest = new Map<string, DataOf<Definition>>();
      for (const { type, data } of told.map(upcast)) if (ofPositions.has(type)) newest.set(positionKey(data as never), data as DataOf<Definition>);
      return [...newest].filter(([key]) => key.startsWith(ofService ?? beginning)).map(([, data]) => data);
    },
  };
}

async function eventsOfUnits(store: EventStore, types: ReadonlySet<string>): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for await (const events of store.batches('', 2_000, { category: categoryOf(serviceUnitStream('')) })) {
    found.push(...events.filter(({ type }) => types.has(type)).map(upcast));
  }
  return found;
}
