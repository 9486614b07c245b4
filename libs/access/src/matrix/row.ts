import type { Role } from '@riggen/contracts';
import type { RowClass } from '../row-classes.js';

/** Who may give a command or ask a query. What is not named here is refused. */
export interface MatrixRow {
  /** Whoever holds one of these roles in a unit that covers the subject. */
  roles: readonly Role[];
  /** Also the person whom it is about. */
  self?: true;
  /** Also everybody who holds a role, whatever the subject: for what holds nothing of a person or a service. */
  open?: true;
  /** Also whoever has a link, without signing in: the command itself checks the secret of the link. */
  link?: true;
  /** A query that tells of single persons, and what for: each reading is logged with this purpose. */
  personLevel?: string;
  /**
   * A query that counts rows of these classes beyond the caller's own scope, and tells no more than figures after disclosure
   * control.
   */
  counts?: readonly RowClass[];
}

export type ServiceMatrix = Readonly<Record<string, MatrixRow>>;
