import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PilotReport } from '@riggen/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { axeFindings, describeInBrowser, expectNoFault, launchBrowser, openPage, sidewaysScroll } from './browser.fixture.js';
import { RunningSystem } from './running-system.fixture.js';

const printed = JSON.parse(readFileSync(join(process.cwd(), 'services/riggen/demo/pilot-2021-2022/expected-report.json'), 'utf8')) as PilotReport;
const norwegian = (value: number, decimals: number) => value.toFixed(decimals).replace('.', ',');

describeInBrowser('The portal of a system with the rows of the pilot', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'pilot' });
  let browser: Browser;
  const url = (path: string) => `http://localhost:${system.port}${path}`;

  beforeAll(async () => {
    await system.start();
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await system.remove();
  });

  describe('on Pilotevaluering', () => {
    it('shows the figures that the pilot report printed, marked as reconstructed', async () => {
      const { page, complaints } = await openPage(browser, url('/pilotevaluering'));
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
      const page = await fetch(url('/pilotevaluering'), { headers: { 'accept-encoding': 'br' } });
      expect(page.headers.get('content-encoding')).toBe('br');
      expect(page.headers.get('cache-control')).toBe('no-cache');
      const [script] = /\/assets\/[\w-]+\.js/.exec(await page.text())!;
      const encodings = ['br', 'gzip', 'identity'].map(async (encoding) => {
        const file = await fetch(url(script), { headers: { 'accept-encoding': encoding } });
        expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        return { encoding: file.headers.get('content-encoding'), text: await file.text() };
      });
      const [brotli, gzip, plain] = await Promise.all(encodings);
      expect([brotli!.encoding, gzip!.encoding, plain!.encoding]).toEqual(['br', 'gzip', null]);
      expect([brotli!.text, gzip!.text]).toEqual([plain!.text, plain!.text]);
    });

    it('shows the chart of statements as a table, by keyboard', async () => {
      const { page } = await openPage(browser, url('/pilotevaluering'));
      const before = await page.locator('table:visible').count();
      await page.getByText('Vis som tabell').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('table:visible').nth(before).waitFor();
      expect(await page.locator('table:visible').count()).toBe(before + 1);
      await page.close();
    }, 180_000);

    it('hides figures about few people and tells why', async () => {
      const { page } = await openPage(browser, url('/pilotevaluering'));
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
      const { page } = await openPage(browser, url('/pilotevaluering'), { locale });
      expect(await page.title()).toContain(title);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      await page.close();
    }, 180_000);

    it.each([1280, 390, 320])('has no fault that axe finds, and no sideways scrolling, at %i pixels', async (width) => {
      const { page } = await openPage(browser, url('/pilotevaluering'), { width });
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await page.close();
    }, 180_000);
  });

  describe('on the pages of the rollout', () => {
    it.each([
      ['national', '/utrulling', 'tjenester'],
      ['leader', '/min-tjeneste', 'opplært'],
      ['regional', '/min-region', 'planen'],
    ] as const)('%s begins on %s', async (as, path, words) => {
      const { page, complaints } = await openPage(browser, url('/'), { as });
      await page.waitForURL(`**${path}`);
      await page.locator('main h1').filter({ hasText: words }).waitFor();
      expect(complaints).toEqual([]);
      await page.close();
    }, 180_000);

    it.each([
      ['national', '/utrulling'],
      ['leader', '/min-tjeneste'],
      ['regional', '/min-region'],
      ['regional', '/tjenester/p08'],
      ['administrator', '/roller'],
      ['administrator', '/varsler'],
      ['auditor', '/lesinger'],
    ] as const)('%s finds no fault on %s, wide or narrow', async (as, path) => {
      const { page } = await openPage(browser, url(path), { as });
      await expectNoFault(page);
      await page.close();
    }, 180_000);

    it('chooses a region by keyboard, in the list and in the address', async () => {
      const { page } = await openPage(browser, url('/utrulling'));
      const region = page.getByRole('button', { name: 'Region sør', exact: true });
      await region.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**region=sor*');
      expect(await region.getAttribute('aria-pressed')).toBe('true');
      await page.close();
    }, 180_000);

    it('begins a programme in a service and marks an activity as done, by keyboard', async () => {
      const { page } = await openPage(browser, url('/min-tjeneste'), { as: 'leader' });
      await page.getByRole('button', { name: 'Begynn innføringen' }).press('Enter');
      const done = page.getByRole('button', { name: 'Marker som gjort' });
      await done.waitFor();
      const form = page.locator('form').filter({ has: done });
      await form.getByLabel('Aktivitet').focus();
      await page.keyboard.press('ArrowDown');
      await done.press('Enter');
      await page.getByRole('heading', { name: /^1 av \d+ aktiviteter er på plass/ }).waitFor();
      expect(await page.locator('.checklist').first().innerText()).toContain('På plass');
      await page.close();
    }, 180_000);
  });
});
