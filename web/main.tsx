import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './routes.tsx';
import { applyTheme } from './shell/theme.ts';
import { chooseLanguage, languageKept } from './words/language.ts';
import './ui/theme.css';
import './ui/base.css';

applyTheme();
const queryClient = createQueryClient(() => {
  // Loading the route again asks who is signed in, which leads to the sign-in page and back.
  queryClient.removeQueries();
  void router.invalidate();
});
const router = createAppRouter(queryClient);
const root = createRoot(document.getElementById('root') as HTMLElement);

void chooseLanguage(languageKept()).then(() =>
  root.render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  ),
);
