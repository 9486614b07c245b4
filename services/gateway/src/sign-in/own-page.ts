import type { GatewaySettings } from '../settings.js';

/** A page of our own to come back to; anything else becomes the first page. */
export function ownPage(wanted: unknown, { publicUrl }: Pick<GatewaySettings, 'publicUrl'>): string {
  if (typeof wanted !== 'string' || wanted.length > 500 || !wanted.startsWith('/') || !URL.canParse(wanted, publicUrl)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, publicUrl);
  return origin === publicUrl.origin && !pathname.startsWith('//') && !/^\/(api|demo-sign-in)(\/|$)/.test(pathname) ? `${pathname}${search}${hash}` : '/';
}
