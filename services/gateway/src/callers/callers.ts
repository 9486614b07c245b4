import { matrixRow, mayAnywhere, operatorCaller } from '@riggen/access';
import { type Caller, type CommandDefinition, commands, getGrantsOfSignIn, queries, type QueryDefinition } from '@riggen/contracts';
import { type ServiceClient, signCaller } from '@riggen/messaging';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ProblemException } from '../api/problem.filter.js';
import type { ProviderSettings } from '../settings.js';
import type { SignedInPerson } from '../sign-in/sessions.js';
import type { ApiTokens } from '../tokens/api-tokens.js';
import { isAdministrator, type WhoAsks } from './who-asks.js';

/** How long a service takes a request that the gateway has signed, in seconds. */
const validity = 60;
/** How long an answer about roles is used again. */
const millisecondsRemembered = 1_000;
const mostRemembered = 10_000;

type GrantsOfSignIn = z.infer<typeof getGrantsOfSignIn.output>;

/** Whoever comes by a link of a survey, without signing in. */
export const byLink: Caller = { kind: 'program', id: 'link', grants: [] };

const asked: readonly (CommandDefinition | QueryDefinition)[] = [...commands, ...queries.filter(({ audience }) => audience === 'portal')];

/** Finds who is behind a session or an API token, with the grants that hold now, and signs them for the services. */
export class Callers {
  private readonly remembered = new Map<string, { answer: Promise<GrantsOfSignIn>; until: number }>();

  constructor(
    private readonly key: string,
    private readonly services: ServiceClient,
    private readonly providers: readonly ProviderSettings[],
    private readonly tokens: ApiTokens,
  ) {}

  /** The person of a session with the roles that hold now; whoever is not known yet has none, and is named by the identity. */
  async ofPerson({ identities, name, provider }: SignedInPerson): Promise<WhoAsks> {
    const { personId, grants } = await this.grantsOf(identities);
    const demo = this.providers.some((candidate) => candidate.demo && candidate.id === provider);
    return { kind: 'person', id: personId ?? identities[0]!, grants, demo, ...(name && { name }) };
  }

  /** The program that a token belongs to, or undefined where the token is not valid: neither is it without its maker's role. */
  async ofToken(token: string | undefined): Promise<WhoAsks | undefined> {
    const found = token && (await this.tokens.grantsOf(token));
    if (!found || (found.maker && !isAdministrator(await this.grantsOf(found.maker)))) return undefined;
    return { kind: 'program', id: found.id, grants: found.grants, demo: false };
  }

  /** Asks the rollout service, and remembers the answer for a second: a withdrawn role ends that soon. */
  private grantsOf(identities: string[]): Promise<GrantsOfSignIn> {
    const key = identities.join(' ');
    const known = this.remembered.get(key);
    if (known && known.until > Date.now()) return known.answer;
    const answer = this.ask(identities);
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    this.remembered.set(key, { answer, until: Date.now() + millisecondsRemembered });
    answer.catch(() => this.remembered.delete(key));
    return answer;
  }

  private async ask(identities: string[]): Promise<GrantsOfSignIn> {
    const reply = await this.services.query(getGrantsOfSignIn, {
      ...{ correlationId: randomUUID(), caller: this.signed(operatorCaller), language: 'nb', input: { identities } },
    });
    if (reply.outcome === 'refused') throw new ProblemException(reply.problem);
    return getGrantsOfSignIn.output.parse(reply.output);
  }

  /** A caller as services take it. */
  signed({ kind, id, grants }: Caller): string {
    return signCaller(this.key, { kind, id, grants }, validity);
  }
}

/** The commands and queries, as SERVICE/NAME, that the matrix lets a caller give or ask of some subject. */
export const mayDoNames = (caller: Caller): string[] =>
  asked.filter((definition) => mayAnywhere(matrixRow(definition), caller)).map(({ service, name }) => `${service}/${name}`);
