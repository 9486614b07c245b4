import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { askWhoIsSignedIn, saysSignedOut } from '../sign-in/useMe.js';

const onError = (error: Error) => {
  if (saysSignedOut(error)) void askWhoIsSignedIn(queryClient);
};

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  // One silent try more; after that people decide. Figures change with imports, not by the minute.
  defaultOptions: { queries: { retry: (count, error) => count < 1 && !saysSignedOut(error), retryDelay: 500, staleTime: 60_000 } },
});
