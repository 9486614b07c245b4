import '@digdir/designsystemet-css';
import './styles/riggen-theme.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/page.css';
import './styles/charts.css';
import './styles/rollout-charts.css';
import './styles/forms.css';
import './styles/tables.css';
import './styles/skeleton.css';
import './styles/training.css';
import './styles/respond.css';
import './styles/sign-in.css';
import './styles/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.js';
import './language/i18n.js';
import { router } from './router.js';
import { askAhead } from './sign-in/useMe.js';

askAhead(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
