import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PilotReport } from '@riggen/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { axeFindings, describeInBrowser, launchBrowser, openPage, sidewaysScroll } from './browser.fixture.js';
import { RunningSystem } from './running-system.fixture.js';

const printed = JSON.parse(readFileSync(join(process.cwd(), 'services/riggen/demo/pilot-2021-2022/expected-report.json'), 'utf8')) as PilotReport;
const norwegian = (value: number, decimals: number) => value.toFixed(decimals).replace('.', ',');

describeInBrowser('Pilotevaluering in the portal', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'pilot' });
  const empty = new RunningSystem({ RIGGEN_DEMO: 'people' });
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    await Promise.all([system.start(), empty.start()]);
    browser = await launchBrowser();
    url = `http://localhost:${system.port}/pilotevaluering`;
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await Promise.all([system.remove(), empty.remove()]);
  });

  it('shows the figures that the pilot report printed, marked as reconstructed', async () => {
    const { page, complaints } = await openPage(browser, url);
    expect(page.url()).toContain('/pilotevaluering');
    const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    expect(text).toContain('Rekonstruerte tall');
    for (const survey of Object.values(printed.surveys)) {
      expect(text).toContain(String(survey.responses_about_contact));
      expect(text).toContain(`${Math.round(survey.response_rate_phase_2!)} %`);
      for (const { mean } of Object.values(survey.statements)) expect(text).toContain(norwegian(mean, 2));
    }
    expect(text).toContain(`${Math.round(printed.tools.flipchart.used_pct!)} %`);
    expect(complaints).toEqual([]);
    await page.close();
  }, 180_000);

  it('comes compressed, and what is named after its content is kept by browsers', async () => {
    const page = await fetch(url, { headers: { 'accept-encoding': 'br' } });
    expect(page.headers.get('content-encoding')).toBe('br');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const [script] = /\/assets\/[\w-]+\.js/.exec(await page.text())!;
    const encodings = ['br', 'gzip', 'identity'].map(async (encoding) => {
      const file = await fetch(new URL(script, url), { headers: { 'accept-encoding': encoding } });
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      return { encoding: file.headers.get('content-encoding'), text: await file.text() };
    });
    const [brotli, gzip, plain] = await Promise.all(encodings);
    expect([brotli!.encoding, gzip!.encoding, plain!.encoding]).toEqual(['br', 'gzip', null]);
    expect([brotli!.text, gzip!.text]).toEqual([plain!.text, plain!.text]);
  });

  it('shows the chart of statements as a table, by keyboard', async () => {
    const { page } = await openPage(browser, url);
    const before = await page.locator('table:visible').count();
    await page.getByText('Vis som tabell').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('table:visible').nth(before).waitFor();
    expect(await page.locator('table:visible').count()).toBe(before + 1);
    await page.close();
  }, 180_000);

  it('hides figures about few people and tells why', async () => {
    const { page } = await openPage(browser, url);
    const hidden = page.getByRole('button').filter({ hasText: ':' });
    expect(await hidden.count()).toBeGreaterThan(0);
    expect(await page.getByText(/færre enn fem/).count()).toBe(0);
    await hidden.first().click();
    await page.getByText(/færre enn fem/).first().waitFor();
    await page.close();
  }, 180_000);

  it.each([
    ['nn-NO', 'Pilotevaluering', 'nn'],
    ['en-GB', 'Pilot evaluation', 'en'],
  ])('speaks the language of a reader with %s', async (locale, title, lang) => {
    const { page } = await openPage(browser, url, { locale });
    expect(await page.title()).toContain(title);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await page.close();
  }, 180_000);

  it.each([1280, 390, 320])('has no fault that axe finds, and no sideways scrolling, at %i pixels', async (width) => {
    const { page } = await openPage(browser, url, { width });
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  }, 180_000);

  it('says on an empty system what will be here and how to begin', async () => {
    const { page, complaints } = await openPage(browser, `http://localhost:${empty.port}/pilotevaluering`);
    expect(await page.locator('main').innerText()).toContain('npm run riggen -- import');
    expect(complaints).toEqual([]);
    await page.close();
  }, 180_000);

  it('says so when there is no such page, and when the figures cannot be had', async () => {
    const { page } = await openPage(browser, `http://localhost:${empty.port}/finnes-ikke`);
    expect(await page.locator('main').innerText()).toMatch(/finner ikke siden/);
    await page.route('**/api/**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' }));
    await page.goto(`http://localhost:${empty.port}/pilotevaluering`);
    await page.getByRole('button', { name: 'Prøv igjen' }).waitFor();
    await page.close();
  }, 180_000);
});
