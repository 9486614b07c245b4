import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How the way between a client and its server is. `dark`: nothing passes, and nobody is told. `refused`: whoever comes is cut off. */
export type Way = 'open' | 'dark' | 'refused';

/** Stands between clients and a server, and breaks their connections as it is told. */
export class TcpProxy {
  private way: Way = 'open';
  private opened: (() => void)[] = [];
  private readonly sockets = new Set<Socket>();
  /** Looks at what the server sends; true cuts the connection in the place of passing it on. */
  cutsBefore: (connection: object, fromServer: Buffer) => boolean = () => false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(target: () => number): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new TcpProxy(server, (server.address() as { port: number }).port);
    server.on('connection', (client) => proxy.join(client, connect(target(), '127.0.0.1')));
    return proxy;
  }

  set(way: Way): void {
    this.way = way;
    if (way === 'refused') this.cutAll();
    if (way === 'open') this.opened.splice(0).forEach((open) => open());
  }

  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.set('refused');
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    const end = () => {
      for (const socket of [client, server]) this.sockets.delete(socket.destroy());
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket.setNoDelay());
      socket.on('error', end).on('close', end);
    }
    if (this.way === 'refused') return end();
    this.pass(client, server, () => false);
    this.pass(server, client, (chunk) => this.cutsBefore(client, chunk), end);
  }

  private pass(from: Socket, to: Socket, cuts: (chunk: Buffer) => boolean, end = () => {}): void {
    let before = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      from.pause();
      before = before.then(async () => {
        while (this.way === 'dark') await Promise.race([new Promise<void>((resolve) => this.opened.push(resolve)), sleep(1_000)]);
        if (cuts(chunk)) return end();
        if (!to.destroyed) to.write(chunk);
        from.resume();
      });
    });
  }
}

/**
 * Cuts some connections of PostgreSQL when a writing statement has been committed and its answer is on the way: the client
 * cannot know. `draw` says whether, for each commit; `onCut` is told what was committed.
 */
export function cutAfterCommit(draw: () => boolean, onCut: (tag: string) => void): TcpProxy['cutsBefore'] {
  const unread = new WeakMap<object, { bytes: Buffer; tag?: string }>();
  return (connection, chunk) => {
    const state = unread.get(connection) ?? { bytes: Buffer.alloc(0) };
    unread.set(connection, state);
    state.bytes = Buffer.concat([state.bytes, chunk]);
    // A message is its type, its length without the type, and the rest.
    for (;;) {
      const { bytes } = state;
      if (bytes.length < 5 || bytes.length < 1 + bytes.readInt32BE(1)) return false;
      const [type, end] = [String.fromCharCode(bytes[0]!), 1 + bytes.readInt32BE(1)];
      if (type === 'C') state.tag = bytes.toString('latin1', 5, end - 1);
      state.bytes = bytes.subarray(end);
      // «Ready, and in no transaction» comes after the commit.
      const isCommitted = type === 'Z' && bytes[5] === 'I'.charCodeAt(0) && /^(INSERT 0 [1-9]|UPDATE [1-9]|COMMIT)/.test(state.tag ?? '');
      if (isCommitted && draw()) {
        onCut(state.tag!);
        return true;
      }
      if (type === 'Z') delete state.tag;
    }
  };
}
