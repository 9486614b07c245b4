import type { NestExpressApplication } from '@nestjs/platform-express';
import serveCompressed from 'express-static-gzip';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../portal/dist', import.meta.url));

/** Serves the built portal: its files, compressed when it was built, and its page for every address that is not one of the API's. */
export function servePortal(app: NestExpressApplication): void {
  if (!existsSync(built)) return;
  const serve = serveCompressed(built, { enableBrotli: true, orderPreference: ['br', 'gzip'], index: false, serveStatic: { index: false, setHeaders: cacheFor } });
  app.use((request: PageRequest, response: object, next: () => void) => {
    // Addresses of the API are answered by it, also where they cannot be decoded: files are looked for by the decoded address.
    if (/^\/(api|health|metrics)(\/|$)/.test(request.path)) return next();
    const isPage = /^(GET|HEAD)$/.test(request.method) && !/\.\w+$/.test(request.path);
    if (isPage) request.url = '/index.html';
    serve(request, response, next);
  });
}

/** A file below /assets is named after what is in it: browsers keep it and never ask again. */
function cacheFor(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  response.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}

interface PageRequest {
  method: string;
  path: string;
  url: string;
}
