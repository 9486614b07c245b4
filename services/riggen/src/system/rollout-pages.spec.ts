import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, expectNoFault, launchBrowser, openPage } from './browser.fixture.js';
import { RunningSystem } from './running-system.fixture.js';

describeInBrowser('the pages of the rollout', () => {
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
