import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.js';

export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    // The content security policy allows our own files only, so nothing may become a data: address.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The component library is one barrel without a sideEffects flag; what no page uses may go.
      treeshake: { moduleSideEffects: (id) => !id.includes('/@digdir/designsystemet-react/') },
      // What several pages share comes with the first page in one file: else a page is made of some twenty small ones, found one after the other.
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules\/(?!qrcode\/)/, minShareCount: 2 },
            { name: 'shared', test: /portal\/src\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
