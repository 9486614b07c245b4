import { type Grant, grant, type PageOf } from '@riggen/contracts';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';

/** What an administrator says of a token: what it is for, what it may do, and until when. */
export const newToken = z.object({
  name: z.string().trim().min(1).max(100),
  grants: z.array(grant.extend({ role: grant.shape.role.exclude(['operator']) })).min(1).max(20),
  expiresAt: z.iso.datetime({ offset: true }),
});
export type NewToken = z.infer<typeof newToken>;

/** A token as it is listed: never itself, of which only a hash is kept. */
export const apiToken = z.object({
  id: z.string(),
  name: z.string(),
  grants: z.array(grant),
  expiresAt: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  revokedAt: z.string().optional(),
});
export type ApiToken = z.infer<typeof apiToken>;

/** The longest that a token can hold, in days. */
export const longestLifeInDays = 366;
const columns = `id, name, grants, to_json(expires_at)#>>'{}' as "expiresAt", made_by as "madeBy", to_json(made_at)#>>'{}' as "madeAt", to_json(revoked_at)#>>'{}' as "revokedAt"`;

/** The tokens by which programs sign in. 256 random bits need no slow hash: they cannot be guessed. */
export class ApiTokens {
  constructor(private readonly pool: pg.Pool) {}

  /** Makes a token for whoever signed in by these identities; the answer is the only time that it is seen. */
  async make({ name, grants, expiresAt }: NewToken, madeBy: string, identities: string[]): Promise<{ id: string; token: string }> {
    const id = randomUUID();
    const token = `riggen_${randomBytes(32).toString('base64url')}`;
    await this.pool.query(
      'insert into gateway.api_tokens (id, hash, name, grants, expires_at, made_by, made_by_identities) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, hashOf(token), name, JSON.stringify(grants), expiresAt, madeBy, identities],
    );
    return { id, token };
  }

  /** What a token may do and who made it (null for one of before that was kept), or undefined where it is unknown, out of date or revoked. */
  async grantsOf(token: string): Promise<{ id: string; grants: Grant[]; maker: string[] | null } | undefined> {
    const { rows } = await this.pool.query<{ id: string; grants: Grant[]; maker: string[] | null }>(
      'select id, grants, made_by_identities as maker from gateway.api_tokens where hash = $1 and revoked_at is null and expires_at > now()',
      [hashOf(token)],
    );
    return rows[0];
  }

  /** A page of tokens, the newest first. */
  async list({ page, size }: { page: number; size: number }): Promise<PageOf<ApiToken>> {
    const { rows } = await this.pool.query<ApiToken & { revokedAt: string | null }>(
      `select ${columns} from gateway.api_tokens order by made_at desc, id limit $1 offset $2`,
      [size, (page - 1) * size],
    );
    const { rows: counted } = await this.pool.query<{ total: number }>('select count(*)::int as total from gateway.api_tokens');
    return { items: rows.map(({ revokedAt, ...token }) => ({ ...token, ...(revokedAt && { revokedAt }) })), total: counted[0]!.total, page, size };
  }

  /** Takes a token out of use; whether there is one. Again it changes nothing. */
  async revoke(id: string, revokedBy: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'update gateway.api_tokens set revoked_at = coalesce(revoked_at, now()), revoked_by = coalesce(revoked_by, $2) where id = $1',
      [id, revokedBy],
    );
    return rowCount === 1;
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
