import { getRouteApi } from '@tanstack/react-router';
import { SignIn } from './SignIn.js';

const route = getRouteApi('/innlogging');

/** The sign-in page by its own address: after a sign-in that did not succeed, or in a new tab. */
export function SignInPage() {
  const { problem, returnTo } = route.useSearch();
  return <SignIn returnTo={returnTo ?? '/'} failed={problem === 'failed'} />;
}
