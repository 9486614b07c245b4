import { operatorCaller } from '@riggen/access';
import { signCaller } from '@riggen/messaging';
import type { HttpRequest } from './request-context.js';

/** How long a service takes a request that the gateway has signed, in seconds. */
const validity = 60;

/** Says who asks over HTTP, signed for the services. There is no sign-in yet: whoever reaches the gateway is the operator. */
export class Callers {
  constructor(private readonly key: string) {}

  signed(_request: HttpRequest): string {
    return signCaller(this.key, operatorCaller, validity);
  }
}
