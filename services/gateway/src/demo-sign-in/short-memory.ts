import type { Adapter, AdapterPayload } from 'oidc-provider';

const most = 10_000;

/** What the demo's provider remembers between two requests of one sign-in: in this process, and until it is out of date. */
export class ShortMemory implements Adapter {
  private static readonly entries = new Map<string, { payload: AdapterPayload; until: number }>();

  constructor(private readonly kind: string) {}

  async upsert(id: string, payload: AdapterPayload, seconds: number): Promise<void> {
    const { entries } = ShortMemory;
    if (entries.size >= most) entries.delete(entries.keys().next().value!);
    entries.set(this.key(id), { payload, until: Date.now() + seconds * 1000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = ShortMemory.entries.get(this.key(id));
    return entry && entry.until > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.having((payload) => payload.uid === uid);
  }

  async findByUserCode(): Promise<undefined> {}

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload['consumed'] = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    ShortMemory.entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of ShortMemory.entries) {
      if (payload.grantId === grantId) ShortMemory.entries.delete(key);
    }
  }

  private having(wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const prefix = `${this.kind}:`;
    return [...ShortMemory.entries].find(([key, { payload }]) => key.startsWith(prefix) && wanted(payload))?.[1].payload;
  }

  private key(id: string): string {
    return `${this.kind}:${id}`;
  }
}
