import { problemOf } from '@riggen/contracts';
import { metricsRegister } from '@riggen/service';
import { createServer } from 'node:http';
import { correlationIdOf, languageOf } from '../api/request-context.js';
import { sendProblem } from '../api/problem.filter.js';
import type { Middleware } from '../http.js';

/** Answers as if there were nothing: how much a system is used is nobody's business who can reach its pages. */
export const nothingHere: Middleware = (request, response) =>
  sendProblem(response, problemOf({ reason: 'not-found', params: {} }, languageOf(request), correlationIdOf(request)));

/** Tells the metrics of this process on a port of their own, which is not to be published. Resolves when it listens. */
export async function serveMetrics(port: number, host: string): Promise<{ close(): void }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    metricsRegister.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metricsRegister.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return { close: () => void server.close() };
}
