import { type CommandDefinition, getGrantsOfSignIn, giveRole, linkSignIn, makePersonKnown, openPosition, registerServiceUnit } from '@riggen/contracts';
import { demoPeople, identityOfEmail } from '@riggen/gateway';
import { ServiceClient } from '@riggen/messaging';
import { v5 as uuidv5 } from 'uuid';
import type { RunState } from '../embedded/run-state.js';

const namespace = '5d0c5a52-9a0e-4b5e-8f0e-0d8f1b7f2a10';
/** The service that the demo's local people work in, as the pilot's rows have it. */
const service = { serviceId: 'p08', name: 'Pilottjeneste 08', kind: 'intermunicipal', municipalityNumbers: ['4005', '4024'], region: 'sor' };
/** The first day of the roles, before anything that the demo tells of. */
const from = '2021-01-01';

/** The caseworker of the pilot's rows who the demo's caseworker is: of that service, trained and supervised. */
const caseworkerOfPilot = 'K001';
/** What the demo's local leader and supervisor are employed as; caseworkers come with the rows. */
const positions: Record<string, 'leader' | 'supervisor'> = { leader: 'leader', supervisor: 'supervisor' };

/**
 * Gives the people of the demo their sign-in, names and roles; `secret` is the gateway's, `rows` says that the pilot's rows are there. Again it
 * adds nothing.
 */
export async function loadPeople(
  { nats, cliToken }: { nats: Pick<RunState['nats'], 'url' | 'token'>; cliToken: string },
  secret: string,
  { rows }: { rows: boolean },
): Promise<void> {
  const services = new ServiceClient({ natsUrl: nats.url, natsToken: nats.token }, 'riggen demo');
  let seen: string | undefined;
  const send = async (definition: CommandDefinition, id: string, command: object): Promise<void> => {
    const ids = { commandId: uuidv5(id, namespace), correlationId: uuidv5('people', namespace) };
    for (const end = Date.now() + 60_000; ; ) {
      const reply = await services.command(definition, { ...ids, caller: cliToken, language: 'en', marking: 'reconstructed', ...(seen && { seen }), command });
      if (reply.outcome !== 'refused') return void (seen = reply.position ?? seen);
      // What was just done may take a moment to be known.
      if (!reply.problem.retryable || Date.now() > end) throw new Error(`The people of the demo were not taken in: ${reply.problem.detail}`);
    }
  };
  try {
    await services.connect();
    await send(registerServiceUnit, 'service', service);
    for (const { id, name, email, grants } of demoPeople) {
      const personId = rows && id === 'caseworker' ? caseworkerOfPilot : `demo-${id}`;
      const [serviceId] = grants.flatMap(({ unit }) => ('service' in unit ? [unit.service] : []));
      await send(makePersonKnown, `known ${id}`, { personId, name, workEmail: email, language: 'nb', ...(serviceId && { serviceId }) });
      if (positions[id]) await send(openPosition, `position ${id}`, { positionId: `P-${personId}`, serviceId, personId, role: positions[id], from });
      await send(linkSignIn, `sign-in ${id}`, { identity: identityOfEmail(secret, email), personId });
      for (const { role, unit } of grants) await send(giveRole, `role ${id} ${role}`, { personId, holdingId: `demo-${id}`, role, unit, from });
    }
    await rolesShow(services, cliToken, identityOfEmail(secret, demoPeople.at(-1)!.email), seen);
  } finally {
    await services.close();
  }
}

/** Waits until whoever signs in has the roles that were just given. */
async function rolesShow(services: ServiceClient, caller: string, identity: string, fresh: string | undefined): Promise<void> {
  const request = { correlationId: uuidv5('people', namespace), caller, language: 'en', ...(fresh && { fresh }), input: { identities: [identity] } } as const;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    if ((await services.query(getGrantsOfSignIn, request)).outcome === 'answered') return;
  }
  throw new Error('The roles of the people of the demo do not show.');
}
