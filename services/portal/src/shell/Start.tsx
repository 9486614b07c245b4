import { Navigate } from '@tanstack/react-router';
import { NoRole } from '../sign-in/NoRole.js';
import { useMe } from '../sign-in/useMe.js';
import { firstPageFor } from './navigation.js';

/** Leads everybody to the page that their role begins with. */
export function Start() {
  const { data: me } = useMe();
  if (!me) return null; // the shell asks for sign-in first
  const page = firstPageFor(me);
  return page ? <Navigate to={page.to} replace /> : <NoRole me={me} />;
}
