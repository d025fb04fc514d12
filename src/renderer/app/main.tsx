import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followChanges, queryClient } from '../api/query-client.ts';
import { listenForKeys } from '../state/keymap.ts';
import '../styles/index.ts';
import { Shell } from './Shell.tsx';

followChanges();
listenForKeys();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Shell />
      </QueryClientProvider>
    </StrictMode>,
  );
}
