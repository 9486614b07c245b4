import { connect, type NatsConnection } from '@nats-io/transport-node';

export interface NatsAddress {
  natsUrl: string;
  natsToken?: string;
}

/** Options that every connection uses: it never gives up reconnecting, and a process name shows in the server's monitoring. */
export function natsOptions({ natsUrl, natsToken }: NatsAddress, name: string) {
  return {
    servers: natsUrl,
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    waitOnFirstConnect: true,
    noAsyncTraces: true, // an error is made for every request beforehand, only for its stack
    ...(natsToken && { token: natsToken }),
  };
}

/** Connects to NATS and goes on trying until the server answers. */
export function connectNats(address: NatsAddress, name: string): Promise<NatsConnection> {
  return connect(natsOptions(address, name));
}
