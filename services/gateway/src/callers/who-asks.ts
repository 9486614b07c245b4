import { covers } from '@riggen/access';
import type { Caller } from '@riggen/contracts';
import type { Request } from '../http.js';

/** Who a request comes from, as the gateway has found out. */
export interface WhoAsks extends Caller {
  name?: string;
  demo: boolean;
}

/** Whether somebody administers the whole nation: who may make API tokens, and without whom they end. */
export const isAdministrator = ({ grants }: Pick<Caller, 'grants'>): boolean => grants.some(({ role, unit }) => role === 'administrator' && covers(unit, {}));

const found = new WeakMap<object, WhoAsks>();

/** Remembers who a request comes from, for as long as the request is there. */
export function rememberWhoAsks(request: Request, who: WhoAsks): void {
  found.set(request, who);
}

/** Who a request comes from, or undefined when nobody is signed in. */
export const whoAsks = (request: object): WhoAsks | undefined => found.get(request);
