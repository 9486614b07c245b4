import type { NestExpressApplication } from '@nestjs/platform-express';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../portal/dist', import.meta.url));

/** Serves the built portal: its files, and its page for every address that is not one of the API's. */
export function servePortal(app: NestExpressApplication): void {
  if (!existsSync(built)) return;
  app.useStaticAssets(built, {
    index: false,
    setHeaders: (response: { setHeader(name: string, value: string): void }, path: string) => {
      if (path.includes('/assets/')) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  app.use((request: PageRequest, response: PageResponse, next: () => void) => {
    const isPage = /^(GET|HEAD)$/.test(request.method) && !/^\/(api|health|metrics)(\/|$)/.test(request.path) && !/\.\w+$/.test(request.path);
    if (!isPage) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile('index.html', { root: built });
  });
}

interface PageRequest {
  method: string;
  path: string;
}
interface PageResponse {
  setHeader(name: string, value: string): void;
  sendFile(name: string, options: { root: string }): void;
}
