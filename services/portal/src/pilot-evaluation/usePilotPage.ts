import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../api/fetch-json.js';
import type { PilotPage } from './pilot-page.js';

export const usePilotPage = () =>
  useQuery({
    queryKey: ['dashboards', 'pilot-evaluation'],
    queryFn: ({ signal }) => fetchJson<PilotPage>('/api/dashboards/pilot-evaluation', signal),
  });
