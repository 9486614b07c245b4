import type { Page } from 'playwright-core';

export type DemoPersonId = 'national' | 'competence' | 'regional' | 'leader' | 'supervisor' | 'caseworker' | 'researcher' | 'auditor' | 'administrator';

const known = new Map<string, ReturnType<typeof sessionOf>>();

/** Lets a page's browser context be signed in as a person of the demo at `url`: one sign-in for all pages of a specification. */
export async function signIn(page: Page, id: DemoPersonId, url: string): Promise<void> {
  const key = `${id} ${new URL(url).origin}`;
  const signingIn = known.get(key) ?? sessionOf(id, url);
  known.set(key, signingIn);
  const [name, value] = (await signingIn).cookie.split('=');
  await page.context().addCookies([{ name: name!, value: value!, url: new URL(url).origin, httpOnly: true }]);
}

/** Signs in as a person of the demo without a browser; answers the headers that requests of the session carry. */
export async function sessionOf(id: DemoPersonId, url: string): Promise<{ cookie: string; origin: string }> {
  const cookies = new Map<string, string>();
  const ask = async (address: string | URL, method = 'GET'): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, url), { method, redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      cookies.set(name!, value!);
    }
    const next = response.headers.get('location');
    return next && response.status < 400 && next !== '/' ? ask(next) : response;
  };
  const page = await ask('/api/sign-in/with/demo');
  const [action] = new RegExp(`/demo-sign-in/choose/[\\w-]+/${id}`).exec(await page.text())!;
  await ask(action, 'POST');
  const cookie = [...cookies].filter(([name]) => name === 'riggen').map(([name, value]) => `${name}=${value}`).join('');
  return { cookie, origin: new URL(url).origin };
}
