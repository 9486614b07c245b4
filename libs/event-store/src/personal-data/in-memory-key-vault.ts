import { type ErasureEvent, type KeyVault, PersonIsErased } from './key-vault.js';
import { newKey } from './seal.js';

/** Keys that live as long as the process: for what is tried out and not kept. */
export class InMemoryKeyVault implements KeyVault {
  private readonly keys = new Map<string, Buffer>();
  private readonly ledger = new Map<string, ErasureEvent>();

  async keysFor(personIds: string[]): Promise<Map<string, Buffer>> {
    for (const id of personIds) {
      if (this.ledger.has(id)) throw new PersonIsErased(id);
      if (!this.keys.has(id)) this.keys.set(id, newKey());
    }
    return this.keysOf(personIds);
  }

  async keysOf(personIds: string[]): Promise<Map<string, Buffer>> {
    return new Map(personIds.flatMap((id) => (this.keys.has(id) ? [[id, this.keys.get(id)!] as const] : [])));
  }

  async erasedAmong(personIds: string[]): Promise<Set<string>> {
    return new Set(personIds.filter((id) => this.ledger.has(id)));
  }

  async destroy(personId: string, because: ErasureEvent): Promise<void> {
    this.keys.delete(personId);
    if (!this.ledger.has(personId)) this.ledger.set(personId, because);
  }
}
