import { describe, expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { type DemoPersonId, signIn } from './sign-in.fixture.js';

/** Describes what people see, in a real Chromium; without one the specifications are skipped and the reason is in their name. */
export const describeInBrowser = (name: string, specifications: () => void): void => {
  const missing = process.env['RIGGEN_CHROMIUM'] ? undefined : (process.env['RIGGEN_CHROMIUM_MISSING'] ?? 'RIGGEN_CHROMIUM is not set');
  if (missing) describe.skip(`${name} (skipped: ${missing})`, specifications);
  else describe(name, specifications);
};

/** What the browser leaves out. It goes by the last such list only, so Playwright's own, but for those of other browsers and systems, is in here. */
const withoutFeatures = [
  // The address bar's menu is a page of its own: it costs a window more than the pages that are looked at.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];

export function launchBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const sparing = [`--disable-features=${withoutFeatures.join(',')}`, '--renderer-process-limit=1'];
  return chromium.launch({
    executablePath: process.env['RIGGEN_CHROMIUM']!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...quiet, ...sparing],
  });
}

interface OpenAs {
  width?: number;
  locale?: string;
  /** The person of the demo who is signed in; `nobody` signs nobody in. */
  as?: DemoPersonId | 'nobody';
}

/** Opens a page of a system with demo people, signed in, and collects what the browser complains about. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, locale = 'nb-NO', as = 'national' }: OpenAs = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale });
  if (as !== 'nobody') await signIn(page, as, url);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('main h1:not(:has(.skeleton-headline))').waitFor();
  return { page, complaints };
}

/** How long to wait on a loaded machine. */
export const longTime = 60_000;

/** Presses a key on the first of what a locator finds, as people do who use the keyboard only. */
export async function press(control: Locator, key = 'Enter'): Promise<void> {
  await control.first().focus({ timeout: longTime });
  await control.first().press(key);
}

/** Waits until the headline of the page has the text. */
export const headline = (page: Page, text: string): Promise<void> => page.locator('h1', { hasText: text }).waitFor({ timeout: longTime });

/** What axe finds wrong with a page by WCAG 2.1 A and AA. It runs in the page's own world by the debugger, which the content security policy lets through. */
export async function axeFindings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const known = await session.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (known.result.value === 'undefined') {
    await session.send('Runtime.evaluate', { expression: readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8') });
  }
  const { result } = await session.send('Runtime.evaluate', {
    expression: "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((r) => JSON.stringify(r.violations.map((v) => v.id + ' ' + v.nodes[0].html)))",
    awaitPromise: true,
  });
  return JSON.parse(result.value as string) as string[];
}

/** How many pixels a page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Fails where axe finds a fault at either width, or the page is wider than a window of 320 pixels. */
export async function expectNoFault(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFindings(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await sidewaysScroll(page)).toBe(0);
}
