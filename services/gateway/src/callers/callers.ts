import { matrixRow, mayAnywhere } from '@riggen/access';
import { type Caller, type CommandDefinition, commands, queries, type QueryDefinition } from '@riggen/contracts';
import { signCaller } from '@riggen/messaging';
import { demoPeople } from '../demo-sign-in/demo-people.js';
import type { ProviderSettings } from '../settings.js';
import type { SignedInPerson } from '../sign-in/sessions.js';
import type { ApiTokens } from '../tokens/api-tokens.js';
import type { WhoAsks } from './who-asks.js';

/** How long a service takes a request that the gateway has signed, in seconds. */
const validity = 60;

/** Whoever comes by a link of a survey, without signing in. */
export const byLink: Caller = { kind: 'program', id: 'link', grants: [] };

const asked: readonly (CommandDefinition | QueryDefinition)[] = [...commands, ...queries.filter(({ audience }) => audience === 'portal')];

/** Finds who is behind a session or an API token, with the grants that hold now, and signs them for the services. */
export class Callers {
  constructor(
    private readonly key: string,
    private readonly providers: readonly ProviderSettings[],
    private readonly tokens: ApiTokens,
  ) {}

  async ofPerson({ identities, name, provider }: SignedInPerson): Promise<WhoAsks> {
    const demo = this.providers.some((candidate) => candidate.demo && candidate.id === provider);
    const grants = (demo && demoPeople.find((person) => person.name === name)?.grants) || [];
    return { kind: 'person', id: identities[0]!, grants, demo, ...(name && { name }) };
  }

  /** The program that a token belongs to, or undefined where the token is not valid. */
  async ofToken(token: string | undefined): Promise<WhoAsks | undefined> {
    const found = token && (await this.tokens.grantsOf(token));
    return found ? { kind: 'program', id: found.id, grants: found.grants, demo: false } : undefined;
  }

  /** A caller as services take it. */
  signed({ kind, id, grants }: Caller): string {
    return signCaller(this.key, { kind, id, grants }, validity);
  }
}

/** The commands and queries, as SERVICE/NAME, that the matrix lets a caller give or ask of some subject. */
export const mayDoNames = (caller: Caller): string[] =>
  asked.filter((definition) => mayAnywhere(matrixRow(definition), caller)).map(({ service, name }) => `${service}/${name}`);
