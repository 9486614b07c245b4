import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    // The content security policy allows our own files only, so nothing may become a data: address.
    assetsInlineLimit: 0,
    // The component library is one barrel without a sideEffects flag; what no page uses may go.
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/@digdir/designsystemet-react/') },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
